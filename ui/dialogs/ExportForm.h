// SPDX-License-Identifier: GPL-3.0-or-later
// The options of an export as fields: which card, in which format, how large, how it looks. Shows only what matters for
// the format that is chosen. Used by ExportDialog.
#pragma once

#include "ui/panels/ExportFormats.h"
#include "ui/panels/ExportPlan.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace ui
{

class ExportForm : public QWidget
{
    Q_OBJECT

public:
    /// `caption`: the settings in words, to begin with. `steps`: of all moments that an animation can show.
    ExportForm(const QStringList& cardTitles, const ExportRequest& proposal, const QString& caption,
               const std::vector<std::int64_t>& steps, QWidget* parent = nullptr);

    /// What the fields say, without a path.
    [[nodiscard]] ExportRequest request() const;
    /// The ids of the formats that are chosen; none if for all cards none is ticked.
    [[nodiscard]] QStringList formats() const;

signals:
    /// Another card or format: the file's name follows.
    void targetEdited();
    /// The picture looks different now.
    void pictureEdited();

private:
    static constexpr double kPointsPerInch = 72;

    void makeTargetRows(const QStringList& cardTitles, const ExportRequest& proposal);
    void makeSizeRows(const ExportRequest& proposal);
    void makeLookRows(const ExportRequest& proposal);
    void makeAnimationRows(const ExportRequest& proposal);
    void connectFields();
    void fillFormats(const QString& chosen);
    void choosePreset();
    void showPresetOfSize();
    void showFittingRows();
    void describe();
    [[nodiscard]] int card() const;
    [[nodiscard]] FormatKind kind() const;
    [[nodiscard]] bool any(FormatKind kind) const;
    void addRow(const QString& label, QWidget* field, QWidget* buddy = nullptr);

    DashboardView m_view;
    QString m_caption; ///< as it is made from the settings
    std::vector<std::int64_t> m_steps;
    QFormLayout* m_form;
    QComboBox* m_card;
    QComboBox* m_format;
    QWidget* m_formatBoxes;
    std::vector<QCheckBox*> m_formatChecks; ///< by row of exportFormats(); null where there is none
    QComboBox* m_sizePreset;
    QWidget* m_sizeFields;
    QSpinBox* m_width;
    QSpinBox* m_height;
    QSpinBox* m_dpi;
    QLabel* m_description;
    QSpinBox* m_letters;
    QComboBox* m_theme;
    QCheckBox* m_transparent;
    QComboBox* m_svgText;
    QCheckBox* m_withCaption;
    QLineEdit* m_captionText;
    QWidget* m_span;
    QSpinBox* m_firstStep;
    QSpinBox* m_lastStep;
    QSpinBox* m_framesPerSecond;
    QCheckBox* m_loops;
};

} // namespace ui
