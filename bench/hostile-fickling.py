"""Writes the hostile pickles that fickling's own tests build, which are in no file of that collection:
`python3 bench/hostile-fickling.py FICKLING_TREE FOLDER`. The tests build opcodes and have them analysed;
nothing is loaded. Each file is called by what fickling's analysis says of it."""
import os
import sys
import unittest

tree, folder = sys.argv[1:]
sys.path.insert(0, tree)
os.makedirs(folder, exist_ok=True)

import fickling.analysis as analysis  # noqa: E402

real = analysis.check_safety
current = [""]


def recording(pickled, *args, **kwargs):
    result = real(pickled, *args, **kwargs)
    label = "hostile" if result.severity > analysis.Severity.LIKELY_SAFE else "benign"
    name = f"{label}_{current[0]}.pkl"
    try:
        with open(os.path.join(folder, name), "wb") as out:
            out.write(pickled.dumps())
    except Exception as e:
        print(f"{name}: {e}", file=sys.stderr)
    return result


analysis.check_safety = recording


class Naming(unittest.TextTestResult):
    def startTest(self, test):
        current[0] = test.id().rsplit(".", 1)[-1]
        super().startTest(test)


names = ["test_bypasses", "test_analysis", "test_scanner_deactivation_analysis", "test_expansion_attack_analysis"]
suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromName("test." + n) for n in names)
unittest.TextTestRunner(resultclass=Naming, verbosity=0).run(suite)
