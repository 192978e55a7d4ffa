#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the numbers that the tests of the bundled tables compare with: python3 make_data_goldens.py, from any folder.

Needs Debian's python3-numpy. The files are read by numpy; means and standard deviations (of the population) are in double.
"""
import json
import pathlib

import numpy

FOLDER = pathlib.Path(__file__).resolve().parent
TABLES = FOLDER.parent.parent / "resources" / "datasets"


def golden(file):
    """What one table holds."""
    path = TABLES / file
    head = path.read_text(encoding="utf-8").splitlines()[0].split(",")
    cells = numpy.loadtxt(path, delimiter=",", skiprows=1)
    features, labels = cells[:, :-1], cells[:, -1].astype(int)
    return {
        "samples": len(cells),
        "features": features.shape[1],
        "class_names": head[2:],
        "class_counts": numpy.bincount(labels).tolist(),
        "mean": features.mean(axis=0).tolist(),
        "std": features.std(axis=0).tolist(),
        "first": features[0].tolist(),
        "last": features[-1].tolist(),
    }


tables = {"iris": "iris.csv", "wine": "wine_data.csv", "breast_cancer": "breast_cancer.csv"}
text = ",\n".join(
    f' "{source}": {{\n' + ",\n".join(f'  "{key}": {json.dumps(value)}' for key, value in golden(file).items()) + "\n }"
    for source, file in tables.items())
(FOLDER / "tables.json").write_text("{\n" + text + "\n}\n", encoding="utf-8")
