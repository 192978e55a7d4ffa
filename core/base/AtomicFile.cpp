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

/// Finds a name in `folder` that nobody has and that `take` can take; empty, with errno set, if there is none.
template <class Take>
std::string takeName(const std::filesystem::path& folder, Take take)
{
    for (int number = 0;; ++number) {
        std::string name = folder / (".actiscope-" + std::to_string(::getpid()) + "-" + std::to_string(number));
        if (take(name))
            return name;
        if (errno != EEXIST)
            return {};
    }
}

/// The whole content with the old file's rights, if there is one, brought to the disk.
bool fill(int file, std::string_view content, const struct stat* old)
{
    return (old == nullptr || ::fchmod(file, old->st_mode & 07777U) == 0) && writeAll(file, content) &&
           ::fsync(file) == 0;
}

/// Writes a file that gets its name only once it is whole, so that even a killed program leaves no half of one behind.
/// Not every file system can do this. Returns the name; empty, with errno set, if it failed.
std::string writeNameless(const std::filesystem::path& folder, std::string_view content, const struct stat* old)
{
    const Descriptor file(::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666));
    if (file.number() < 0 || !fill(file.number(), content, old))
        return {};
    const std::string itself = "/proc/self/fd/" + std::to_string(file.number());
    return takeName(folder, [&](const std::string& name) {
        return ::linkat(AT_FDCWD, itself.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
    });
}

/// The same for all file systems: if the program is killed here, a file with a hidden name remains.
std::string writeNamed(const std::filesystem::path& folder, std::string_view content, const struct stat* old)
{
    int number = -1;
    std::string name = takeName(folder, [&](const std::string& candidate) {
        number = ::open(candidate.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
        return number >= 0;
    });
    if (name.empty())
        return {};
    Descriptor file(number);
    if (fill(file.number(), content, old) && file.close())
        return name;
    const int reason = errno;
    ::unlink(name.c_str());
    errno = reason;
    return {};
}

/// Brings a rename to the disk. Some file systems cannot sync a folder; the file is whole all the same.
void syncFolder(const std::filesystem::path& folder)
{
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
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

    const std::filesystem::path folder = target.has_parent_path() ? target.parent_path() : ".";
    struct stat old = {};
    const struct stat* const rights = ::stat(target.c_str(), &old) == 0 ? &old : nullptr;
    std::string draft = writeNameless(folder, content, rights);
    if (draft.empty())
        draft = writeNamed(folder, content, rights);
    if (draft.empty())
        return systemFault(FaultCode::Unwritable, path, errno);
    if (::rename(draft.c_str(), target.c_str()) != 0) {
        const int reason = errno;
        ::unlink(draft.c_str());
        return systemFault(FaultCode::Unwritable, path, reason);
    }
    syncFolder(folder);
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
