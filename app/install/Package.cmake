# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package that cpack makes of what is installed. What libraries it depends on, dpkg-shlibdeps reads from the program.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME actiscope)
set(CPACK_PACKAGE_VENDOR "The Actiscope authors")
set(CPACK_PACKAGE_CONTACT "${ACTISCOPE_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop microscope for activation functions")
set(CPACK_PACKAGE_DESCRIPTION
"Actiscope trains small neural networks live and shows, while they train, the
activation curve and its derivative, where the data falls on that curve, the
distribution of every layer, and the gradient on its way back through the
layers.

So a class can watch gradients vanish and ReLUs die, name it with numbers,
cure it by dragging a slider, and take the figures home for the slides. The
same runs are to be had from the command line, without a display.")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/OpenFolders.cmake)

set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Qt loads its reader of SVG icons by name, so no library shows it. It was a part of libqt6svg6 before it got its own package.
# The plugins for the display and for drawing without one are in libqt6gui6.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-svg-plugins | libqt6svg6 (<< 6.7.2-5~)")
# For Chinese: its letters, and the words of Qt's own dialogs.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk, qt6-translations-l10n")
include(CPack)
