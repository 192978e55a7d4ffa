#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden values of the activations: python3 make_activation_goldens.py, from any folder; make_goldens.py calls it, too.

Needs Debian's python3-torch, python3-mpmath and python3-numpy. Every value is mpmath's, with at least 50 digits; in the middle
PyTorch in double has to agree, with its gradient, or there is no file. Each function is a textbook formula; where its terms cancel
over many digits, they are computed with many digits.
"""
import csv
import math
import pathlib

import mpmath
import numpy
import torch
from mpmath import mpf

# PyTorch holds 1/6 as a float even in double.
ROUGH = {"hard_sigmoid": 1e-7, "hard_swish": 1e-7}
FOLDER = pathlib.Path(__file__).resolve().parent
functional = torch.nn.functional


def as_floats(values):
    """The nearest numbers that a float holds exactly."""
    return [float(numpy.float32(value)) for value in values]


# --- the functions: x → f, f′ ----------------------------------------------------------------------------------------------------

def sigmoid(x):
    return 1 / (1 + mpmath.exp(-x))


def sigmoid_slope(x):
    return mpmath.exp(-abs(x)) / (1 + mpmath.exp(-abs(x))) ** 2


def softplus(x):
    return mpmath.log1p(mpmath.exp(x))


def density(x):
    return mpmath.exp(-x * x / 2) / mpmath.sqrt(2 * mpmath.pi)


def distribution(x):
    return mpmath.erfc(-x / mpmath.sqrt(2)) / 2


def leaky(slope):
    return lambda x: (x, mpf(1)) if x > 0 else (slope * x, mpf(slope))


def elu(alpha, scale=1.0):
    alpha, scale = mpf(alpha), mpf(scale)
    return lambda x: (scale * x, scale) if x > 0 else (scale * alpha * mpmath.expm1(x), scale * alpha * mpmath.exp(x))


def celu(alpha):
    alpha = mpf(alpha)
    return lambda x: (x, mpf(1)) if x > 0 else (alpha * mpmath.expm1(x / alpha), mpmath.exp(x / alpha))


def clip(low, high):
    return lambda x: (max(min(x, mpf(high)), mpf(low)), mpf(low < x < high))


def swish(beta):
    def both(x):
        v = beta * x
        return x * sigmoid(v), sigmoid(v) + v * sigmoid_slope(v)
    return both


def gelu(x):
    return x * distribution(x), distribution(x) + x * density(x)


def gelu_tanh(x):
    factor, cubic = 2 * mpmath.sqrt(2 / mpmath.pi), mpf("0.044715")
    u = factor * (x + cubic * x ** 3)  # (1 + tanh(u/2))/2 = sigmoid(u)
    return x * sigmoid(u), sigmoid(u) + x * sigmoid_slope(u) * factor * (1 + 3 * cubic * x * x)


def mish(x):
    tanh = mpmath.tanh(softplus(x)) if x < 100 else mpf(1)
    return x * tanh, tanh + x * mpmath.sech(min(softplus(x), mpf(10) ** 6)) ** 2 * sigmoid(x)


def hard_swish(x):
    f = x * max(min(x + 3, mpf(6)), mpf(0)) / 6
    return f, mpf(0) if x < -3 else x / 3 + mpf(1) / 2 if x <= 3 else mpf(1)


def squareplus(b):
    def both(x):
        root = mpmath.sqrt(x * x + mpf(b))
        return (x + root) / 2, (1 + x / root) / 2
    return both


def shrink(limit, soft):
    limit = mpf(limit)

    def both(x):
        if abs(x) <= limit:
            return mpf(0), mpf(0)
        return (x - mpmath.sign(x) * limit if soft else x), mpf(1)
    return both


def threshold(limit, value):
    return lambda x: (x, mpf(1)) if x > limit else (mpf(value), mpf(0))


def bent(x):
    root = mpmath.sqrt(x * x + 1)
    return (root - 1) / 2 + x, x / (2 * root) + 1


# --- the cases: kind, parameters, the function, PyTorch's ------------------------------------------------------------------------

def simple_cases():
    yield "identity", {}, lambda x: (x, mpf(1)), lambda z: z * 1
    yield "step", {}, lambda x: (mpf(x > 0), mpf(0)), lambda z: torch.heaviside(z.detach(), torch.zeros(())) + 0 * z
    yield "sigmoid", {}, lambda x: (sigmoid(x), sigmoid_slope(x)), torch.sigmoid
    yield "hard_sigmoid", {}, lambda x: (clip(-3, 3)(x)[0] / 6 + mpf(1) / 2, clip(-3, 3)(x)[1] / 6), functional.hardsigmoid
    yield "log_sigmoid", {}, lambda x: (-softplus(-x), sigmoid(-x)), functional.logsigmoid
    yield "tanh", {}, lambda x: (mpmath.tanh(x), mpmath.sech(x) ** 2), torch.tanh
    yield "softsign", {}, lambda x: (x / (1 + abs(x)), 1 / (1 + abs(x)) ** 2), functional.softsign
    yield "arctan", {}, lambda x: (mpmath.atan(x), 1 / (1 + x * x)), torch.atan
    yield "tanhshrink", {}, lambda x: (x - mpmath.tanh(x), mpmath.tanh(x) ** 2), functional.tanhshrink
    yield "relu", {}, leaky(0), torch.relu
    yield "relu6", {}, clip(0, 6), functional.relu6
    yield "selu", {}, elu(1.6732632423543772, 1.0507009873554805), functional.selu
    yield "gelu", {}, gelu, functional.gelu
    yield "gelu_tanh", {}, gelu_tanh, lambda z: functional.gelu(z, approximate="tanh")
    yield "silu", {}, swish(1), functional.silu
    yield "hard_swish", {}, hard_swish, functional.hardswish
    yield "mish", {}, mish, functional.mish
    yield "gaussian", {}, lambda x: (mpmath.exp(-x * x), -2 * x * mpmath.exp(-x * x)), lambda z: torch.exp(-z * z)
    yield "abs", {}, lambda x: (abs(x), mpmath.sign(x)), torch.abs
    yield "bent_identity", {}, bent, lambda z: (torch.sqrt(z * z + 1) - 1) / 2 + z
    yield "exponential", {}, lambda x: (mpmath.exp(x), mpmath.exp(x)), torch.exp


def parametric_cases():
    for low, high in ((-1.0, 1.0), (-0.5, 2.0), (0.25, 3.0), (-4.0, -2.0)):
        yield "hard_tanh", {"min_val": low, "max_val": high}, clip(low, high), torch.nn.Hardtanh(low, high)
    for slope in (0.01, 0.2, 1.0, -0.5):
        yield "leaky_relu", {"negative_slope": slope}, leaky(slope), torch.nn.LeakyReLU(slope)
    for slope in (0.25, 0.1):
        yield "prelu", {"initial_slope": slope}, leaky(slope), torch.nn.PReLU(1, slope)
    for lower, upper in ((1 / 8, 1 / 3), (0.0, 0.5), (-0.25, 0.75)):
        yield "rrelu", {"lower": lower, "upper": upper}, leaky((lower + upper) / 2), torch.nn.RReLU(lower, upper).eval()
    for limit, value in ((0.0, 0.0), (1.0, -2.0), (-0.5, 0.25)):
        yield "threshold", {"threshold": limit, "value": value}, threshold(limit, value), torch.nn.Threshold(limit, value)
    for alpha in (1.0, 0.5, 2.0):
        yield "elu", {"alpha": alpha}, elu(alpha), torch.nn.ELU(alpha)
    for alpha in (1.0, 0.5, 2.0):
        yield "celu", {"alpha": alpha}, celu(alpha), torch.nn.CELU(alpha)
    for alpha in (1e-6, 1e6):  # PyTorch has no expm1 in its CELU
        bend = lambda z, alpha=alpha: torch.where(z > 0, z, alpha * torch.expm1(torch.clamp(z, max=0) / alpha))
        yield "celu", {"alpha": alpha}, celu(alpha), bend
    for beta in (1.0, 0.0, 0.5, 1.5, -1.0, 30.0, 1e-3, 1e10, 3e38):
        yield "swish", {"beta": beta}, swish(mpf(beta)), lambda z, beta=beta: z * torch.sigmoid(beta * z)
    for beta in (1.0, 0.5, 5.0, 1e-6, 1e6):
        exact = lambda x, beta=mpf(beta): (softplus(beta * x) / beta, sigmoid(beta * x))
        yield "softplus", {"beta": beta}, exact, torch.nn.Softplus(beta, threshold=700)
    for b in (4.0, 1.0, 0.01, 1e4, 1e30):
        yield "squareplus", {"b": b}, squareplus(b), lambda z, b=b: (z + torch.sqrt(z * z + b)) / 2
    yield "squareplus", {"b": 0.0}, leaky(0), torch.relu  # the limit
    for limit in (0.5, 0.0, 1.25):
        yield "softshrink", {"lambda": limit}, shrink(limit, True), torch.nn.Softshrink(limit)
        yield "hardshrink", {"lambda": limit}, shrink(limit, False), torch.nn.Hardshrink(limit)
    for omega in (1.0, 0.3125, 3.0, 30.0):
        exact = lambda x, omega=mpf(omega): (mpmath.sin(omega * x), omega * mpmath.cos(omega * x))
        yield "sine", {"omega": omega}, exact, lambda z, omega=omega: torch.sin(omega * z)


# --- the points ------------------------------------------------------------------------------------------------------------------

def points():
    middle = [i / 8 for i in range(-48, 49)] + [0.1, -0.1, 0.3, -0.7, 1.7, -2.9, math.pi, -math.pi]
    near_zero = [10.0 ** -n for n in (1, 2, 3, 4, 5, 6, 7, 8, 10, 20, 30, 37)]
    far = [6.5, 7, 8, 8.7, 9, 9.1, 9.8, 10, 11, 11.5, 12, 13, 14, 15, 17, 18, 20, 25, 30, 34, 36, 40, 50, 60, 65, 69, 72, 75, 80, 85, 87,
           88, 88.6, 89, 100, 104, 200, 1e3, 12345.6, 1e6, 1e10, 1e15, 1e20, 1e30, 3e38]
    ends = near_zero + far
    return sorted(set(as_floats(middle + ends + [-x for x in ends])))


def text(value):
    """So that a double reads it back. What is too small even for the last float is 0, what is too large for a double inf."""
    if abs(value) < mpf(10) ** -60:
        return "0"
    if abs(value) > mpf(10) ** 300:
        return "inf" if value > 0 else "-inf"
    return mpmath.nstr(value, 17, strip_zeros=True)


def check(case, x, f, df, function):
    """PyTorch, where it is exact to its last digits. So the subgradient at a kink is what PyTorch's is."""
    point = torch.tensor([x], dtype=torch.float64, requires_grad=True)
    result = function(point)
    result.sum().backward()
    near = lambda own, other: math.isclose(own, other, rel_tol=ROUGH.get(case[0], 1e-11), abs_tol=3e-15 * max(1, abs(f), abs(df)))
    assert near(result.item(), float(f)), (*case, x, result.item(), f)
    assert near(point.grad.item(), float(df)), (*case, x, point.grad.item(), df)


def make_activations():
    torch.set_default_dtype(torch.float64)
    with open(FOLDER / "activations.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["kind", "parameters", "x", "f", "df"])
        for cases in (simple_cases(), parametric_cases()):
            for kind, parameters, exact, function in cases:
                given = ";".join(f"{name}={value!r}" for name, value in parameters.items())
                # x − tanh x, x + √(x² + b), …: enough digits for what cancels.
                for x in points():
                    with mpmath.workdps(80 if 1e-3 < abs(x) < 1e5 else 300):
                        f, df = exact(mpf(x))
                    if abs(x) <= 6.5:
                        check((kind, given), x, f, df, function)
                    writer.writerow([kind, given, repr(x), text(f), text(df)])


if __name__ == "__main__":
    make_activations()
