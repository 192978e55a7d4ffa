// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/CsvLabels.h"

#include "core/base/NumberText.h"
#include "core/data/CsvReader.h"
#include "core/data/ToyDatasets.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace core
{

CsvLabels::CsvLabels(const std::string& task)
    : m_mayBeClasses(task != "regression")
    , m_mayBeNumbers(task != "classification")
{
}

std::optional<Fault> CsvLabels::take(std::string_view text, int line)
{
    ++m_taken;
    FaultCode fault{};
    const bool isNumber = cellNumber(text, fault).has_value();
    const bool unfit = !isNumber && (fault == FaultCode::MissingCell || (m_mayBeNumbers && numberFromText(text)));
    if (unfit)
        return Fault{fault, "", {std::string(text)}, line};
    if (m_mayBeClasses && !m_tooMany)
        keepClass(text);
    if (m_mayBeNumbers)
        keepNumber(text, line);
    return std::nullopt;
}

void CsvLabels::keepClass(std::string_view text)
{
    const auto [entry, isNew] = m_ids.try_emplace(std::string(text), static_cast<int>(m_ids.size()));
    m_classes.push_back(entry->second);
    if (isNew && m_ids.size() > kMostClasses) {
        m_tooMany = true;
        m_classes = {};
    }
}

void CsvLabels::keepNumber(std::string_view text, int line)
{
    FaultCode fault{};
    const std::optional<Scalar> number = cellNumber(text, fault);
    m_numbers.push_back(number.value_or(Scalar(0)));
    if (number) {
        m_areWhole = m_areWhole && std::trunc(*number) == *number;
        return;
    }
    ++m_texts;
    if (m_noNumbers.size() < kMostDataFaults)
        m_noNumbers.push_back({fault, "", {std::string(text)}, line});
}

bool CsvLabels::areClasses() const
{
    if (!m_mayBeNumbers || !m_mayBeClasses)
        return m_mayBeClasses;
    const bool few = !m_tooMany && m_ids.size() <= kMostGuessedClasses;
    if (m_texts == 0)
        return few && m_areWhole;
    // A stray word among many different numbers is a mistake in the file, and does not make classes of them.
    return few || m_texts * 2 > m_taken;
}

Faults CsvLabels::finish(RawSamples& raw)
{
    if (m_taken == 0)
        return {};
    if (!areClasses()) {
        if (!m_noNumbers.empty())
            return m_noNumbers;
        raw.targets = ConstMatrixView(m_numbers.data(), 1, static_cast<Index>(m_numbers.size()));
        return {};
    }
    if (m_tooMany)
        return {{FaultCode::TooManyClasses, "", {std::to_string(kMostClasses)}}};
    nameClasses(raw);
    if (raw.classNames.size() == 1)
        return {{FaultCode::OneClass, "", {raw.classNames.front()}}};
    return {};
}

void CsvLabels::nameClasses(RawSamples& raw) const
{
    std::vector<const std::string*> texts(m_ids.size());
    for (const auto& [text, id] : m_ids)
        texts[static_cast<std::size_t>(id)] = &text;
    std::vector<std::optional<double>> numbers;
    for (const std::string* text : texts)
        numbers.push_back(numberFromText(*text));
    const bool areNumbers = std::all_of(numbers.begin(), numbers.end(),
                                        [](const auto& number) { return number && std::isfinite(*number); });

    // Numbers by their value: 2 comes before 10, and 1 is the same class as 1.0.
    std::map<std::string, int> byName;
    std::map<double, int> byValue;
    for (std::size_t id = 0; id < texts.size(); ++id) {
        byName.emplace(*texts[id], 0);
        if (areNumbers)
            byValue.emplace(*numbers[id] + 0.0, 0); // −0 is 0
    }
    int next = 0;
    for (auto& [value, label] : byValue) {
        label = next++;
        raw.classNames.push_back(numberText(value));
    }
    for (auto& [name, label] : byName) {
        if (areNumbers)
            break;
        label = next++;
        raw.classNames.push_back(name);
    }
    std::vector<int> labels(texts.size());
    for (std::size_t id = 0; id < texts.size(); ++id)
        labels[id] = areNumbers ? byValue.at(*numbers[id] + 0.0) : byName.at(*texts[id]);
    raw.labels.reserve(m_classes.size());
    for (const int id : m_classes)
        raw.labels.push_back(labels[static_cast<std::size_t>(id)]);
}

} // namespace core
