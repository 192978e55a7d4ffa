# SPDX-License-Identifier: GPL-3.0-or-later
# Run by cpack before it packs: everybody may look into the package's folders, whatever its maker lets others see.
file(CHMOD_RECURSE ${CPACK_TEMPORARY_DIRECTORY} DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
