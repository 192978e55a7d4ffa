#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the numbers that the tests of losses, optimizers and schedules compare with: python3 make_training_goldens.py.

PyTorch in double; mpmath with 50 digits where a loss has a tail that PyTorch rounds to 0. See make_goldens.py.
"""
import mpmath
import numpy
import torch

from make_goldens import as_floats, write_json

functional = torch.nn.functional
schedulers = torch.optim.lr_scheduler


# --- losses ----------------------------------------------------------------------------------------------------------------------

def per_sample(elements):
    """outputs × batch of single losses: the mean over the outputs, summed over the batch."""
    return elements.mean(0).sum()


LOSSES = {
    "binary_cross_entropy": lambda z, t: per_sample(functional.binary_cross_entropy_with_logits(z, t, reduction="none")),
    "hinge": lambda z, t: per_sample(torch.relu(1 - t * z)),
    "mse": lambda z, t: per_sample(functional.mse_loss(z, t, reduction="none")),
    "l1": lambda z, t: per_sample(functional.l1_loss(z, t, reduction="none")),
    "huber": lambda z, t, delta=1.0: per_sample(functional.huber_loss(z, t, reduction="none", delta=delta)),
}


def loss_case(loss, name, outputs, output, target, **parameters):
    z = torch.tensor(output).reshape(outputs, -1).clone().requires_grad_(True)
    value = LOSSES[loss](z, torch.tensor(target).reshape(outputs, -1), **parameters)
    value.backward()
    return {"loss": loss, "name": name, "parameters": parameters, "outputs": outputs, "batch": len(output) // outputs,
            "output": output, "target": target, "sum": value.item(), "gradient": z.grad.flatten().tolist()}


def cross_entropy_case(name, outputs, output, labels):
    z = torch.tensor(output).reshape(outputs, -1).clone().requires_grad_(True)
    loss = functional.cross_entropy(z.T, torch.tensor(labels), reduction="sum")
    loss.backward()
    return {"loss": "cross_entropy", "name": name, "parameters": {}, "outputs": outputs, "batch": len(labels), "output": output,
            "labels": labels, "sum": loss.item(), "gradient": z.grad.flatten().tolist()}


def tail_cases():
    """One logit each, with its exact loss and gradient: a sure and right answer keeps its tiny gradient."""
    for z in (0, 1e-8, 3, -3, 17, -17, 30, -30, 50, -50, 80, -80, 1e4, -1e4):
        z = as_floats([z])[0]
        for target in (0.0, 1.0):
            sign = 1 if target == 0 else -1
            loss = mpmath.log1p(mpmath.exp(sign * z))
            gradient = sign / (1 + mpmath.exp(-sign * z))
            case = loss_case("binary_cross_entropy", f"logit {z:g}, target {target:g}", 1, [z], [target])
            assert abs(case["sum"] - loss) <= 1e-15 * max(1, abs(loss)) and abs(case["gradient"][0] - gradient) <= 1e-15
            small = mpmath.mpf(10) ** -300
            case["sum"] = float(loss) if loss > small else 0.0
            case["gradient"] = [float(gradient) if abs(gradient) > small else 0.0]
            case["exact"] = True
            yield case


def make_losses():
    random = numpy.random.default_rng(11)

    def normals(count, spread):
        return as_floats((random.standard_normal(count) * spread).tolist())

    cases = []
    for name, outputs, batch, spread in (("three classes", 3, 9, 1.5), ("ten classes", 10, 8, 4.0), ("far apart", 4, 8, 60.0),
                                         ("two classes", 2, 8, 1.0)):
        output = normals(outputs * batch, spread)
        if name == "far apart":
            output[0] = 3e4  # overflows exp, were the largest not taken out first
        cases.append(cross_entropy_case(name, outputs, output, random.integers(0, outputs, batch).tolist()))
    cases.append(cross_entropy_case("extreme", 3, [1e4, -1e4, 1e4, -1e4, 1e4, -1e4, 0.0, 0.0, -1e4], [0, 1, 2]))
    for loss in ("mse", "l1", "huber"):
        for name, outputs, batch in (("one output", 1, 11), ("three outputs", 3, 8)):
            cases.append(loss_case(loss, name, outputs, normals(outputs * batch, 2), normals(outputs * batch, 1)))
        cases.append(loss_case(loss, "extreme", 1, [1e4, -1e4, 1e4, -1e4], [1.0, 1.0, -1.0, -1.0]))
        cases.append(loss_case(loss, "met", 1, [0.5, -1.0], [0.5, 0.0]))  # PyTorch's subgradient at the kink
    for delta in (0.25, 3.0):
        cases.append(loss_case("huber", f"delta {delta:g}", 2, normals(16, 2), normals(16, 1), delta=delta))
    labels = random.integers(0, 2, 12)
    cases.append(loss_case("binary_cross_entropy", "random", 1, normals(12, 3), labels.astype(float).tolist()))
    cases.append(loss_case("hinge", "random", 1, normals(12, 2), (2.0 * labels - 1).tolist()))
    cases.append(loss_case("hinge", "extreme", 1, [1e4, -1e4, 1e4, -1e4], [1.0, 1.0, -1.0, -1.0]))
    cases.append(loss_case("hinge", "on the margin", 1, [1.0, -1.0, 0.0], [1.0, -1.0, 1.0]))
    cases.extend(tail_cases())
    write_json("losses.json", cases)


# --- optimizers × schedules ------------------------------------------------------------------------------------------------------

STEPS = 10
NAMES = {"learning_rate": "lr", "momentum": "momentum", "weight_decay": "weight_decay", "epsilon": "eps", "alpha": "alpha",
         "lr_decay": "lr_decay", "initial_accumulator_value": "initial_accumulator_value"}
KINDS = {"sgd": torch.optim.SGD, "adagrad": torch.optim.Adagrad, "rmsprop": torch.optim.RMSprop, "adam": torch.optim.Adam,
         "adamw": torch.optim.AdamW}


def make_optimizer(kind, tensors, given):
    options = {NAMES[key]: value for key, value in given.items() if key in NAMES}
    for truth in ("nesterov", "centered"):
        if truth in given:
            options[truth] = bool(given[truth])
    if kind.startswith("adam"):
        options["betas"] = (given.get("beta1", 0.9), given.get("beta2", 0.999))
    if kind == "sgd":
        options.setdefault("lr", 0.1)
    return KINDS[kind](tensors, **options)


def make_scheduler(optimizer, schedule, warmup):
    parts = []
    if warmup > 1:
        parts.append(schedulers.LinearLR(optimizer, start_factor=1 / warmup, total_iters=warmup - 1))
    kind = schedule["kind"]
    if kind == "step":
        parts.append(schedulers.StepLR(optimizer, schedule["step_size"], schedule["gamma"]))
    elif kind == "exponential":
        parts.append(schedulers.ExponentialLR(optimizer, schedule["gamma"]))
    elif kind == "cosine":
        parts.append(schedulers.CosineAnnealingLR(optimizer, schedule["steps"]))
    return schedulers.ChainedScheduler(parts) if parts else None


def optimizer_settings():
    """kind, its parameters, what every optimizer has."""
    schedules = [{"kind": "step", "step_size": 3, "gamma": 0.5}, {"kind": "exponential", "gamma": 0.8},
                 {"kind": "cosine", "steps": 10}]
    usual = {"sgd": {"learning_rate": 0.05, "momentum": 0.9}, "adagrad": {"learning_rate": 0.1},
             "rmsprop": {"learning_rate": 0.02}, "adam": {"learning_rate": 0.05},
             "adamw": {"learning_rate": 0.05, "weight_decay": 0.1}}
    own = {
        "sgd": [{"learning_rate": 0.1}, {"learning_rate": 0.05, "momentum": 0.9},
                {"learning_rate": 0.05, "momentum": 0.8, "nesterov": 1}, {"learning_rate": 0.1, "weight_decay": 0.02},
                {"learning_rate": 0.05, "momentum": 0.9, "weight_decay": 0.02},
                {"learning_rate": 0.05, "momentum": 0.9, "nesterov": 1, "weight_decay": 0.02}],
        "adagrad": [{}, {"learning_rate": 0.1, "lr_decay": 0.3}, {"learning_rate": 0.1, "initial_accumulator_value": 0.2},
                    {"learning_rate": 0.1, "epsilon": 1e-3, "weight_decay": 0.1}],
        "rmsprop": [{}, {"alpha": 0.9, "momentum": 0.5}, {"centered": 1}, {"alpha": 0.8, "centered": 1, "momentum": 0.9},
                    {"learning_rate": 0.1, "epsilon": 1e-3, "weight_decay": 0.1}],
        "adam": [{}, {"learning_rate": 0.05, "beta1": 0.8, "beta2": 0.99, "epsilon": 1e-3},
                 {"learning_rate": 0.01, "weight_decay": 0.1},
                 {"learning_rate": 0.01, "beta1": 0, "beta2": 0.5, "epsilon": 1e-10}],
        "adamw": [{}, {"learning_rate": 0.1, "weight_decay": 0.5}, {"weight_decay": 0},
                  {"learning_rate": 0.05, "beta1": 0.8, "beta2": 0.99, "epsilon": 1e-3, "weight_decay": 0.2}],
    }
    for kind in KINDS:
        for given in own[kind]:
            yield kind, given, {}
        for schedule in schedules:
            yield kind, usual[kind], {"schedule": schedule}
            yield kind, usual[kind], {"schedule": schedule, "warmup_steps": 4}
        yield kind, usual[kind], {"warmup_steps": 20}
        yield kind, usual[kind], {"schedule": {"kind": "cosine", "steps": 6}}  # holds at its end
        for common in ({"clip_norm": 1.5}, {"clip_value": 0.4}, {"l1": 0.3}, {"clip_norm": 1.5, "clip_value": 0.2, "l1": 0.3},
                       {"clip_norm": 1e6}):
            yield kind, usual[kind], common
    yield "sgd", {"learning_rate": 0.05, "momentum": 0.9, "nesterov": 1, "weight_decay": 0.02}, {
        "clip_norm": 2, "l1": 0.1, "schedule": {"kind": "step", "step_size": 4, "gamma": 0.1}, "warmup_steps": 3}


def make_optimizers():
    random = numpy.random.default_rng(5)
    sizes = [6, 3, 1]  # three tensors, stepped together
    count = sum(sizes)
    start = random.standard_normal(count).tolist()
    curvature = numpy.abs(random.standard_normal(count))
    curvature[2] = 0
    pulls = random.standard_normal((STEPS, count))
    pulls[:, 2] = 0  # never any gradient
    pulls[:, 4] *= 1e-9  # of the size of epsilon
    curvature[4] = 0
    pulls[:, 7] *= 1e4
    cases = []
    for kind, given, common in optimizer_settings():
        tensors = [torch.nn.Parameter(part.clone()) for part in torch.split(torch.tensor(start), sizes)]
        optimizer = make_optimizer(kind, tensors, given)
        schedule = common.get("schedule", {"kind": "constant"})
        scheduler = make_scheduler(optimizer, schedule, common.get("warmup_steps", 0))
        trajectory = []
        rates = []
        for step, pull in enumerate(pulls):
            optimizer.zero_grad()
            row = torch.cat([tensor for tensor in tensors])
            loss = (torch.tensor(curvature) * row * row / 2 + torch.tensor(pull) * row).sum()
            if "l1" in common:
                loss = loss + common["l1"] * row.abs().sum()
            loss.backward()
            if "clip_norm" in common:
                torch.nn.utils.clip_grad_norm_(tensors, common["clip_norm"])
            if "clip_value" in common:
                torch.nn.utils.clip_grad_value_(tensors, common["clip_value"])
            rates.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            # Beyond its end PyTorch's cosine goes up again; here it stays.
            if scheduler is not None and not (schedule["kind"] == "cosine" and step >= schedule["steps"]):
                scheduler.step()
            trajectory.append(torch.cat([tensor.detach() for tensor in tensors]).tolist())
        cases.append({"kind": kind, "parameters": given, "common": common, "rates": rates, "trajectory": trajectory})
    write_json("optimizers.json", {"start": start, "curvature": curvature.tolist(), "pulls": pulls.tolist(), "cases": cases})


if __name__ == "__main__":
    make_losses()
    make_optimizers()
