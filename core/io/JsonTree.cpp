// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/JsonTree.h"

#include "core/base/NumberText.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <unordered_map>

namespace core
{

namespace
{

/// Walks over the text and counts lines. The counter is outside, because the parser copies its iterators.
class CountingIterator
{
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, int* line)
        : m_at(at)
        , m_line(line)
    {
    }
    reference operator*() const { return *m_at; }
    CountingIterator& operator++()
    {
        // The parser reads one character past a number: a line break counts only when the next character is taken.
        if (m_breakPending)
            ++*m_line;
        m_breakPending = *m_at == '\n';
        ++m_at;
        return *this;
    }
    CountingIterator operator++(int)
    {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }
    bool operator!=(const CountingIterator& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    int* m_line;
    bool m_breakPending = false;
};

/// Line and column of a byte, both from 1; columns count characters.
void setPlace(Fault& fault, std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    fault.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    const auto lastBreak = before.rfind('\n');
    const std::string_view line = lastBreak == std::string_view::npos ? before : before.substr(lastBreak + 1);
    const auto isCharacterStart = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    fault.column = std::max(1, static_cast<int>(std::count_if(line.begin(), line.end(), isCharacterStart)));
}

class TreeBuilder : public nlohmann::json_sax<nlohmann::json>
{
public:
    TreeBuilder(std::string_view text, const int& line, Faults& duplicates)
        : m_text(text)
        , m_line(line)
        , m_duplicates(duplicates)
    {
    }

    bool null() override { return place({}); }
    bool boolean(bool truth) override
    {
        JsonNode node;
        node.kind = JsonNode::Kind::Boolean;
        node.truth = truth;
        return place(std::move(node));
    }
    bool number_integer(number_integer_t value) override
    {
        return number(static_cast<double>(value), std::to_string(value));
    }
    bool number_unsigned(number_unsigned_t value) override
    {
        return number(static_cast<double>(value), std::to_string(value));
    }
    bool number_float(number_float_t value, const string_t& written) override { return number(value, written); }
    bool string(string_t& text) override
    {
        JsonNode node;
        node.kind = JsonNode::Kind::String;
        node.text = std::move(text);
        return place(std::move(node));
    }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(JsonNode::Kind::Object); }
    bool start_array(std::size_t) override { return open(JsonNode::Kind::Array); }
    bool end_object() override
    {
        findDuplicates();
        return close();
    }
    bool end_array() override { return close(); }
    bool key(string_t& key) override
    {
        m_open.back()->members.push_back({key, m_line, {}});
        return true;
    }
    bool parse_error(std::size_t position, const std::string& lastToken,
                     const nlohmann::json::exception& error) override
    {
        constexpr int kNumberOverflow = 406;
        Fault fault{FaultCode::JsonSyntax, "", {lastToken}};
        if (error.id == kNumberOverflow) {
            const double largest = std::numeric_limits<double>::max();
            fault = {FaultCode::OutOfRange, path(), {lastToken, numberText(-largest) + " … " + numberText(largest)}};
            fault.line = m_line;
        } else {
            if (position > m_text.size()) {
                fault.details.front().clear(); // the text ends too early
            } else if (lastToken.empty()) {
                fault.details.front() = m_text.substr(position - 1, 1);
            }
            setPlace(fault, m_text, position);
        }
        m_fault = std::move(fault);
        return false;
    }

    JsonNode root;
    [[nodiscard]] const Fault& fault() const { return m_fault; }

private:
    bool number(double value, std::string written)
    {
        JsonNode node;
        node.kind = JsonNode::Kind::Number;
        node.number = value;
        node.text = std::move(written);
        return place(std::move(node));
    }

    /// Puts a value where it belongs: the root, the last key of an object, the end of an array.
    bool place(JsonNode node)
    {
        node.line = m_line;
        slot() = std::move(node);
        return true;
    }

    JsonNode& slot()
    {
        if (m_open.empty())
            return root;
        JsonNode& parent = *m_open.back();
        if (parent.kind == JsonNode::Kind::Array)
            parent.members.push_back({{}, m_line, {}});
        return parent.members.back().value;
    }

    bool open(JsonNode::Kind kind)
    {
        if (m_open.size() == kDeepestNesting) {
            m_fault = {FaultCode::NestedTooDeep, "", {std::to_string(kDeepestNesting)}};
            m_fault.line = m_line;
            return false;
        }
        JsonNode& node = slot();
        node.kind = kind;
        node.line = m_line;
        m_open.push_back(&node);
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    void findDuplicates()
    {
        std::unordered_map<std::string_view, int> firstLines;
        for (const JsonMember& member : m_open.back()->members) {
            const auto [first, isNew] = firstLines.emplace(member.key, member.line);
            if (isNew)
                continue;
            Fault fault{FaultCode::DuplicateKey,
                        joinPath(path(m_open.size() - 1), member.key),
                        {std::to_string(first->second)}};
            fault.line = member.line;
            m_duplicates.push_back(std::move(fault));
        }
    }

    /// Where the `depth` outermost open values are being filled.
    [[nodiscard]] std::string path(std::size_t depth) const
    {
        std::string path;
        for (std::size_t i = 0; i < depth; ++i) {
            const JsonNode& node = *m_open[i];
            // Of the innermost array the value that is being read is not in it yet.
            const std::size_t index = node.members.size() - (i + 1 == m_open.size() ? 0 : 1);
            const bool isArray = node.kind == JsonNode::Kind::Array;
            path = joinPath(path, isArray ? std::to_string(index) : node.members.back().key);
        }
        return path;
    }
    [[nodiscard]] std::string path() const { return path(m_open.size()); }

    std::string_view m_text;
    const int& m_line;
    Faults& m_duplicates;
    Fault m_fault;
    std::vector<JsonNode*> m_open; ///< a parent's members do not move while its last one is open
};

} // namespace

std::string JsonNode::shown() const
{
    switch (kind) {
    case Kind::Null:
        return "null";
    case Kind::Boolean:
        return truth ? "true" : "false";
    case Kind::Number:
        return text;
    case Kind::String:
        return "\"" + text + "\"";
    case Kind::Array:
        return members.empty() ? "[]" : "[…]";
    case Kind::Object:
        break;
    }
    return members.empty() ? "{}" : "{…}";
}

Result<JsonNode> parseJson(std::string_view text, Faults& duplicates)
{
    int line = 1;
    TreeBuilder builder(text, line, duplicates);
    const CountingIterator begin(text.data(), &line);
    const CountingIterator end(text.data() + text.size(), &line);
    if (!nlohmann::json::sax_parse(begin, end, static_cast<nlohmann::json_sax<nlohmann::json>*>(&builder)))
        return builder.fault();
    return std::move(builder.root);
}

std::string compactText(const JsonNode& node)
{
    const auto quoted = [](const std::string& text) { return nlohmann::json(text).dump(); };
    if (node.kind == JsonNode::Kind::String)
        return quoted(node.text);
    if (node.kind != JsonNode::Kind::Array && node.kind != JsonNode::Kind::Object)
        return node.shown();
    const bool isArray = node.kind == JsonNode::Kind::Array;
    std::string text;
    for (const JsonMember& member : node.members)
        text.append(text.empty() ? "" : ",")
            .append(isArray ? "" : quoted(member.key) + ':')
            .append(compactText(member.value));
    return isArray ? '[' + text + ']' : '{' + text + '}';
}

std::optional<std::vector<double>> numbersOf(const JsonNode& list)
{
    if (list.kind != JsonNode::Kind::Array)
        return std::nullopt;
    std::vector<double> numbers;
    for (const JsonMember& member : list.members) {
        if (member.value.kind != JsonNode::Kind::Number)
            return std::nullopt;
        numbers.push_back(member.value.number);
    }
    return numbers;
}

std::string joinPath(std::string_view group, std::string_view key)
{
    std::string path(group);
    if (!path.empty())
        path += '.';
    return path.append(key);
}

} // namespace core
