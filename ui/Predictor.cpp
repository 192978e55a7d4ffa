// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Predictor.h"

#include <utility>

namespace ui
{

Predictor::Predictor(QObject* parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

Predictor::~Predictor()
{
    m_thread.waitForDone();
}

void Predictor::ask(const core::ExperimentConfig& config, const core::DataShape& shape, double inputSquare)
{
    Question question{config.network, config.initializer, config.loss, shape, inputSquare};
    if (m_asked == question)
        return;
    m_asked = std::move(question);
    if (m_busy)
        m_waits = true;
    else
        begin();
}

void Predictor::begin()
{
    m_busy = true;
    m_waits = false;
    m_thread.start([this, question = *m_asked, before = m_answer] {
        core::ExperimentConfig config;
        config.network = question.network;
        config.initializer = question.initializer;
        config.loss = question.loss;
        auto answer = std::make_shared<const core::Prediction>(
            core::predict(config, question.shape, question.inputSquare, before.get()));
        QMetaObject::invokeMethod(this, [this, answer = std::move(answer)]() mutable { take(std::move(answer)); });
    });
}

void Predictor::take(std::shared_ptr<const core::Prediction> answer)
{
    m_answer = std::move(answer);
    m_busy = false;
    if (m_waits)
        begin();
    emit answered();
}

} // namespace ui
