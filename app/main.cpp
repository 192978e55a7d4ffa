// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Application.h"
#include "app/Console.h"

#include <QCoreApplication>

#include <exception>

int main(int argc, char** argv)
{
    try {
        return app::runApplication(argc, argv);
    } catch (const std::exception& error) {
        app::printMessage(QCoreApplication::translate("Application", "Something unforeseen happened: %1.")
                              .arg(QString::fromLocal8Bit(error.what())));
        return 1;
    }
}
