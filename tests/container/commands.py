"""Running other programs."""

import subprocess


def run(*command: str) -> str:
    """What a command prints; where it fails the proof ends, with the command's last words."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        last_words = "\n".join((done.stdout + done.stderr).splitlines()[-30:])
        raise SystemExit(f"{' '.join(command)}: exit code {done.returncode}\n{last_words}")
    return done.stdout
