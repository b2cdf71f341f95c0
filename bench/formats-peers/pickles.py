"""Verdicts of public pickle scanners: `pickles.py PEER SOURCE FILE...` prints for each file a line of
JSON. SOURCE is the checked-out tree of the peer (it is not installed). Files are parsed, never loaded."""
import json
import os
import signal
import sys

peer, source, *files = sys.argv[1:]
sys.path[:0] = [source, os.path.join(source, "src")]


def late(*_):
    raise TimeoutError("no answer in 20 s")


def picklescan(path):
    from picklescan.scanner import scan_file_path

    r = scan_file_path(path)
    return {"flagged": r.infected_files > 0 or r.issues_count > 0, "error": bool(r.scan_err)}


def fickling(path):
    from fickling.analysis import Severity, check_safety
    from fickling.fickle import Pickled

    with open(path, "rb") as f:
        r = check_safety(Pickled.load(f))
    return {"flagged": r.severity > Severity.LIKELY_SAFE}


signal.signal(signal.SIGALRM, late)
for path in files:
    answer = {"parser": peer, "file": path}
    signal.alarm(20)
    try:
        answer.update({"picklescan": picklescan, "fickling": fickling}[peer](path))
    except BaseException as e:  # a peer's crash is its answer
        if isinstance(e, KeyboardInterrupt):
            raise
        answer.update({"flagged": False, "error": True, "why": f"{type(e).__name__}: {e}"[:160]})
    signal.alarm(0)
    print(json.dumps(answer))
