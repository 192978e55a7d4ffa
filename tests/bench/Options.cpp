// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Options.h"

#include "tests/bench/Contestant.h"
#include "tests/bench/Parts.h"
#include "tests/bench/Workload.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <sstream>

namespace bench
{

namespace
{

bool contains(const std::vector<std::string>& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

std::vector<std::string> split(const std::string& text)
{
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; std::getline(stream, word, ',');)
        words.push_back(word);
    return words;
}

template <class Number>
bool readPositive(const std::string& text, Number& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number > 0;
}

std::vector<std::string> allParts()
{
    std::vector<std::string> ids;
    for (const Workload::Row& row : workloadRows())
        ids.emplace_back(row.id);
    for (const Part& part : parts())
        ids.emplace_back(part.id);
    return ids;
}

std::vector<std::string> allPeers()
{
    std::vector<std::string> ids;
    for (const ContestantInfo& info : contestants())
        ids.push_back(info.id);
    return ids;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ",") + word;
    return text;
}

bool readList(const std::string& text, const std::vector<std::string>& known, std::vector<std::string>& list)
{
    list = split(text);
    return !list.empty() &&
           std::all_of(list.begin(), list.end(), [&](const std::string& word) { return contains(known, word); });
}

/// False if the value is not one for this option.
bool take(const std::string& option, const std::string& value, Options& options)
{
    if (option == "--rounds")
        return readPositive(value, options.rounds);
    if (option == "--seconds")
        return readPositive(value, options.seconds);
    if (option == "--only")
        return readList(value, allParts(), options.only);
    if (option == "--peers")
        return readList(value, allPeers(), options.peers);
    if (option == "--json")
        options.jsonPath = value;
    return option == "--json" && !value.empty();
}

} // namespace

bool Options::wants(std::string_view part) const
{
    return only.empty() || contains(only, part);
}

bool Options::wantsPeer(std::string_view id) const
{
    return peers.empty() || contains(peers, id);
}

std::optional<Options> readOptions(int argc, char** argv)
{
    Options options;
    const std::vector<std::string> words(argv + 1, argv + argc);
    for (std::size_t i = 0; i < words.size(); i += 2) {
        if (words[i] == "--help") {
            options.help = true;
            return options;
        }
        if (i + 1 == words.size() || !take(words[i], words[i + 1], options)) {
            std::fprintf(stderr, "Not understood: %s\n%s", words[i].c_str(), usage().c_str());
            return std::nullopt;
        }
    }
    return options;
}

std::string usage()
{
    return "Usage: bench_training [--rounds N] [--seconds S] [--only PARTS] [--peers PEERS] [--json PATH]\n"
           "Times training against other libraries, in turns within one run, and prints a table. Quiet machine, "
           "please.\n"
           "  --rounds N     turns of each (5)\n"
           "  --seconds S    CPU seconds of each in a turn (0.3)\n"
           "  --only PARTS   some of " +
           joined(allParts()) +
           "\n"
           "  --peers PEERS  some of " +
           joined(allPeers()) +
           "\n"
           "  --json PATH    writes all figures there, too\n";
}

} // namespace bench
