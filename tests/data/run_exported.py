# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs exported scripts, all in one process as PyTorch is slow to start: run_exported.py STEPS SCRIPT.py …

Beside each script it leaves SCRIPT.py.csv (the losses), or SCRIPT.py.err if the script failed."""
import json
import runpy
import sys
import traceback

import torch


def describe(script):
    """What the script made before any training: numbers that do not depend on who drew them."""
    module = runpy.run_path(script)
    torch.manual_seed(5)
    model = module["build_model"]()
    module["initialize"](model)
    linear = [layer for layer in model.modules() if isinstance(layer, torch.nn.Linear)]
    inputs = module["train_inputs"]
    answers = module.get("train_labels", module.get("train_targets"))
    classes = [inputs[answers == label] for label in range(int(answers.max()) + 1)] if answers.ndim == 1 else [inputs]
    return {
        "weight_mean": linear[1].weight.mean().item(),
        "weight_std": linear[1].weight.std(unbiased=False).item(),
        "weight_largest": linear[1].weight.abs().max().item(),
        "bias_mean": linear[1].bias.mean().item(),
        "output_bias": linear[-1].bias.abs().max().item(),
        "samples": len(inputs),
        "test_samples": len(module.get("test_inputs", [])),
        "class_means": [part.mean(dim=0).tolist() for part in classes],
        "class_stds": [part.std(dim=0, unbiased=False).tolist() for part in classes],
        "target_std": answers.float().std(unbiased=False).item(),
    }


for script in sys.argv[2:]:
    try:
        if sys.argv[1] == "describe":
            result = describe(script)
            with open(script + ".json", "w") as file:
                json.dump(result, file)
        else:
            arguments = sys.argv
            sys.argv = [script, "--steps", sys.argv[1], "--losses", script + ".csv"]
            runpy.run_path(script, run_name="__main__")
            sys.argv = arguments
    except BaseException:
        with open(script + ".err", "w") as file:
            traceback.print_exc(file=file)
        sys.argv = arguments if sys.argv[0] == script else sys.argv
