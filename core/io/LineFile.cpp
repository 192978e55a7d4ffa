// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/LineFile.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace core
{

namespace
{

Fault unwritable(const std::string& name, int reason)
{
    return {FaultCode::Unwritable, name, {std::generic_category().message(reason)}};
}

} // namespace

Result<LineFile> LineFile::open(const std::string& path)
{
    if (path == "-")
        return LineFile(path, STDOUT_FILENO, false);
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return unwritable(path, errno);
    return LineFile(path, descriptor, true);
}

Result<LineFile> LineFile::goOn(const std::string& path, std::int64_t bytes)
{
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return unwritable(path, errno);
    LineFile file(path, descriptor, true);
    if (::ftruncate(descriptor, bytes) != 0 || ::lseek(descriptor, bytes, SEEK_SET) < 0)
        return unwritable(path, errno);
    return file;
}

LineFile::LineFile(LineFile&& other) noexcept
    : m_name(std::move(other.m_name))
    , m_descriptor(other.m_descriptor)
    , m_owned(std::exchange(other.m_owned, false))
    , m_readerLeft(other.m_readerLeft)
{
}

LineFile::~LineFile()
{
    if (m_owned)
        ::close(m_descriptor);
}

Outcome LineFile::write(std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(m_descriptor, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
            continue;
        }
        if (errno == EAGAIN || errno == EWOULDBLOCK) {
            pollfd waiting{m_descriptor, POLLOUT, 0};
            ::poll(&waiting, 1, -1);
        } else if (errno != EINTR) {
            m_readerLeft = errno == EPIPE;
            return unwritable(m_name, errno);
        }
    }
    return Done{};
}

} // namespace core
