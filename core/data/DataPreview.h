// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a data set that can be drawn, in the data's own units and without matrix types. Made once with the data
// set, immutable and shared from then on between threads.
#pragma once

#include "core/config/ExperimentConfig.h"

#include <optional>
#include <string>
#include <vector>

namespace core
{

struct DataPreview {
    bool classification = true;
    int inputs = 0;
    int classes = 0; ///< 0 for regression
    std::vector<std::string> classNames;
    std::vector<std::string> featureNames; ///< empty where they have none
    int trainSamples = 0;                  ///< of the whole set
    int testSamples = 0;

    struct Point {
        float x = 0;   ///< first input
        float y = 0;   ///< second input; the target where there is one input
        int label = 0; ///< class; 0 for regression
        bool test = false;
    };
    std::vector<Point> points; ///< at most kMaxPoints, for one or two inputs
    static constexpr int kMaxPoints = 2048;
    std::optional<Sheet> sheet; ///< the part of the plane that is to be seen; absent: what the points need

    /// Pictures of samples (digits): `imageWidth` × `imageHeight` numbers from 0 to 1, row by row from the top.
    struct Thumbnail {
        std::vector<float> pixels;
        int label = 0;
        bool test = false;
    };
    int imageWidth = 0; ///< 0: the samples are no pictures
    int imageHeight = 0;
    std::vector<Thumbnail> thumbnails; ///< at most kMaxThumbnails, from the test set if there is one
    static constexpr int kMaxThumbnails = 60;
};

} // namespace core
