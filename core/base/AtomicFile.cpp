// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/AtomicFile.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core
{

namespace
{

Fault systemFault(FaultCode code, const std::string& path, int reason)
{
    return {code, path, {std::generic_category().message(reason)}};
}

/// An open file that is closed whatever happens.
class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return m_number; }
    bool close()
    {
        const int number = m_number;
        m_number = -1;
        return number < 0 || ::close(number) == 0;
    }

private:
    int m_number;
};

bool writeAll(int file, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(file, content.data(), content.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return false;
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Brings a rename to the disk. Some file systems cannot sync a folder; the file is whole all the same.
void syncFolder(const std::filesystem::path& folder)
{
    const Descriptor opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.number() >= 0)
        ::fsync(opened.number());
}

} // namespace

Outcome writeWholeFile(const std::string& path, std::string_view content)
{
    std::error_code error;
    std::filesystem::path target = path;
    if (std::filesystem::is_symlink(target, error))
        target = std::filesystem::weakly_canonical(target, error);
    if (std::filesystem::is_directory(target, error))
        return systemFault(FaultCode::Unwritable, path, EISDIR);

    // A device or pipe is written to, never replaced.
    if (std::filesystem::exists(target, error) && !std::filesystem::is_regular_file(target, error)) {
        Descriptor device(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
        const bool written = device.number() >= 0 && writeAll(device.number(), content) && device.close();
        return written ? Outcome(Done{}) : Outcome(systemFault(FaultCode::Unwritable, path, errno));
    }

    std::string temporary = target.string() + ".XXXXXX";
    Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.number() < 0)
        return systemFault(FaultCode::Unwritable, path, errno);

    // mkostemp makes files that only their owner can read; keep the old file's rights, or give those of a new one.
    struct stat old = {};
    const mode_t mask = ::umask(0);
    ::umask(mask);
    const mode_t rights = ::stat(target.c_str(), &old) == 0 ? old.st_mode & 07777U : 0666U & ~mask;

    const bool written = ::fchmod(file.number(), rights) == 0 && writeAll(file.number(), content) &&
                         ::fsync(file.number()) == 0 && file.close() &&
                         ::rename(temporary.c_str(), target.c_str()) == 0;
    if (!written) {
        const int reason = errno;
        ::unlink(temporary.c_str());
        return systemFault(FaultCode::Unwritable, path, reason);
    }
    syncFolder(target.parent_path());
    return Done{};
}

Result<std::string> readWholeFile(const std::string& path, std::size_t largest)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0)
        return systemFault(FaultCode::Unreadable, path, errno);
    std::string content;
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t count = ::read(file.number(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemFault(FaultCode::Unreadable, path, errno);
        if (count == 0)
            return content;
        content.append(buffer.data(), static_cast<std::size_t>(count));
        if (content.size() > largest)
            return Fault{FaultCode::FileTooLarge, path, {std::to_string(largest / 1'000'000)}};
    }
}

} // namespace core
