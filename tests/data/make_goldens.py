#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the numbers that the tests of core compare with: python3 make_goldens.py, from any folder.

Needs Debian's python3-torch, python3-mpmath and python3-numpy. Everything is computed by other programs than ours: PyTorch in
double, mpmath (make_activation_goldens.py), numpy, and the published reference algorithms of the random numbers. The files lie
beside this script and are committed, so that the tests need none of these packages. Losses and optimizers have a script of their own:
make_training_goldens.py.
"""
import csv
import gzip
import json
import math
import pathlib

import numpy
import torch

import make_activation_goldens

FOLDER = pathlib.Path(__file__).resolve().parent
DIGITS = FOLDER.parent.parent / "resources" / "datasets" / "digits.csv.gz"
torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def write_json(name, value):
    """One file, with its long lists of numbers on one line each."""

    def text(item, depth):
        if isinstance(item, dict) and item:
            inner = ",\n".join(f'{" " * (depth + 1)}{json.dumps(key)}: {text(item[key], depth + 1)}' for key in item)
            return "{\n" + inner + "\n" + " " * depth + "}"
        if isinstance(item, list) and item and isinstance(item[0], (dict, list)):
            inner = ",\n".join(" " * (depth + 1) + text(entry, depth + 1) for entry in item)
            return "[\n" + inner + "\n" + " " * depth + "]"
        return json.dumps(item)

    (FOLDER / name).write_text(text(value, 0) + "\n", encoding="utf-8")


def as_floats(values):
    """The nearest numbers that a float holds exactly."""
    return [float(numpy.float32(value)) for value in values]




# --- batch normalisation ---------------------------------------------------------------------------------------------------------

def make_batch_normalization():
    random = numpy.random.default_rng(8)
    units, batch = 3, 8
    cases = []
    for momentum, epsilon in ((0.1, 1e-5), (0.3, 1e-2)):
        layer = torch.nn.BatchNorm1d(units, eps=epsilon, momentum=momentum)
        scale = as_floats(random.standard_normal(units).tolist())
        shift = as_floats(random.standard_normal(units).tolist())
        with torch.no_grad():
            layer.weight.copy_(torch.tensor(scale))
            layer.bias.copy_(torch.tensor(shift))
        passes = []
        for index in range(5):
            mean, std = random.standard_normal(units) * 2, numpy.exp(random.standard_normal(units))
            values = as_floats((mean[:, None] + std[:, None] * random.standard_normal((units, batch))).flatten().tolist())
            training = index < 4
            layer.train(training)
            result = layer(torch.tensor(values).reshape(units, batch).T).T
            passes.append({"training": training, "input": values, "output": result.detach().flatten().tolist()})
        cases.append({"momentum": momentum, "epsilon": epsilon, "units": units, "batch": batch, "scale": scale, "shift": shift,
                      "passes": passes})
    write_json("batch_normalization.json", cases)


def make_sample_normalization():
    """Over the units of each sample: torch's LayerNorm, and RMSNorm by its formula (torch has it from 2.4 on)."""
    random = numpy.random.default_rng(9)
    units, batch = 5, 6
    cases = []
    for kind, epsilon in (("layer", 1e-5), ("layer", 1e-2), ("rms", 1.1920928955078125e-07), ("rms", 1e-2)):
        scale = as_floats(random.standard_normal(units).tolist())
        shift = as_floats(random.standard_normal(units).tolist()) if kind == "layer" else []
        values = as_floats((3 * random.standard_normal((units, batch)) + 1).flatten().tolist())
        u = torch.tensor(values, dtype=torch.float64).reshape(units, batch).T
        weight = torch.tensor(scale, dtype=torch.float64)
        if kind == "layer":
            z = torch.nn.functional.layer_norm(u, (units,), weight, torch.tensor(shift, dtype=torch.float64), epsilon)
        else:
            z = u / torch.sqrt((u * u).mean(dim=1, keepdim=True) + epsilon) * weight
        cases.append({"kind": kind, "epsilon": epsilon, "units": units, "batch": batch, "scale": scale, "shift": shift,
                      "input": values, "output": z.T.flatten().tolist()})
    write_json("sample_normalization.json", cases)


# --- statistics ------------------------------------------------------------------------------------------------------------------

def make_statistics():
    random = numpy.random.default_rng(3)
    samples = {
        "normal": random.standard_normal(257),
        "far from zero": 1000 + random.standard_normal(200),
        "skewed": numpy.exp(random.standard_normal(300)),
        "tiny": 1e-30 * random.standard_normal(120),
        "two": numpy.array([2.5, -1.0]),
        "one": numpy.array([-3.25]),
        "constant": numpy.full(40, 0.1),
        "with zeros": numpy.maximum(random.standard_normal(150), 0),
    }
    cases = []
    for name, values in samples.items():
        exact = numpy.array(as_floats(values.tolist()))
        counts, _ = numpy.histogram(exact, bins=64)
        cases.append({"name": name, "values": exact.tolist(), "mean": exact.mean(), "std": exact.std(), "min": exact.min(),
                      "max": exact.max(), "zeros": int((exact == 0).sum()),
                      "quantiles": numpy.quantile(exact, [0.05, 0.25, 0.5, 0.75, 0.95]).tolist(),
                      "histogram": counts.tolist()})
    write_json("statistics.json", cases)


# --- random numbers --------------------------------------------------------------------------------------------------------------

MASK = (1 << 64) - 1


def split_mix(state):
    """Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014), as published by Vigna."""
    state = (state + 0x9E3779B97F4A7C15) & MASK
    z = state
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return state, z ^ (z >> 31)


def xoshiro(words, count):
    """Blackman, Vigna: Scrambled linear pseudorandom number generators (2018), xoshiro256**."""

    def rotl(x, k):
        return ((x << k) | (x >> (64 - k))) & MASK

    s = list(words)
    results = []
    for _ in range(count):
        results.append((rotl((s[1] * 5) & MASK, 7) * 9) & MASK)
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 45)
    return results


def make_random():
    # Published answers of both algorithms.
    state, first = split_mix(1234567)
    assert first == 6457827717110365317 and split_mix(state)[1] == 3203168211198807973
    assert xoshiro([1, 2, 3, 4], 4) == [11520, 0, 1509978240, 1215971899390074240]
    cases = []
    for seed, purpose, index in ((0, 1, 0), (1, 4, 0), (1, 4, 1), (1, 3, 0), (42, 2, 7), (2**53 - 1, 6, 1000)):
        state, mixed = split_mix(seed)
        state, mixed = split_mix(mixed ^ purpose)
        state = mixed ^ index
        words = []
        for _ in range(4):
            state, word = split_mix(state)
            words.append(word)
        cases.append({"seed": seed, "purpose": purpose, "index": index, "next": [str(value) for value in xoshiro(words, 8)]})
    write_json("random.json", cases)


# --- the bundled digits ----------------------------------------------------------------------------------------------------------

def make_digits():
    with gzip.open(DIGITS, "rt", encoding="ascii") as file:
        rows = [[int(cell) for cell in row] for row in csv.reader(file)]
    assert all(len(row) == 65 for row in rows)
    labels = [row[64] for row in rows]
    write_json("digits.json", {"samples": len(rows), "class_counts": [labels.count(digit) for digit in range(10)],
                               "pixel_sum": sum(sum(row[:64]) for row in rows), "darkest": max(max(row[:64]) for row in rows),
                               "first": rows[0], "last": rows[-1]})


if __name__ == "__main__":
    make_activation_goldens.make_activations()
    make_batch_normalization()
    make_sample_normalization()
    make_statistics()
    make_random()
    make_digits()
