#!/usr/bin/env python3
"""Checks a published log of Recoupe. Shares no code with it, and needs nothing but Python 3.8.

    curl -s https://HOST/transparency/log.ndjson > log.ndjson     (follow its Link rel="next" where there is one)
    curl -s https://HOST/transparency/checkpoint > checkpoint.txt
    curl -s https://HOST/transparency/key > key.txt
    python3 verify_log.py log.ndjson checkpoint.txt key.txt
"""
import base64, hashlib, json, sys

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def x_of(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    assert (x * x - x2) % P == 0, "not a point of the curve"
    return P - x if x & 1 != sign else x


def point(b):
    n = int.from_bytes(b, "little")
    y, sign = n & ((1 << 255) - 1), n >> 255
    return (x_of(y, sign), y)


def add(a, b):
    t = D * a[0] * b[0] * a[1] * b[1] % P
    return ((a[0] * b[1] + a[1] * b[0]) * pow(1 + t, P - 2, P) % P, (a[1] * b[1] + a[0] * b[0]) * pow(1 - t, P - 2, P) % P)


def times(n, a):
    out = (0, 1)
    while n:
        if n & 1:
            out = add(out, a)
        a, n = add(a, a), n >> 1
    return out


def ed25519_holds(key, signature, message):  # RFC 8032, section 5.1.7
    base = (x_of(4 * pow(5, P - 2, P) % P, 0), 4 * pow(5, P - 2, P) % P)
    s = int.from_bytes(signature[32:], "little")
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return s < L and times(s, base) == add(point(signature[:32]), times(k, point(key)))


def sized(text):
    b = text.encode()
    return len(b).to_bytes(8, "big") + b


sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
last, roots = bytes(32), {}
for n, line in enumerate(open(sys.argv[1], encoding="utf-8"), 1):
    r = json.loads(line)
    if r["seq"] != n:
        sys.exit(f"row {n} is missing")
    if "payload" in r and sha(bytes.fromhex(r["payload_salt"]), r["payload"].encode()).hex() != r["payload_sha256"]:
        sys.exit(f"row {n}: what it says was changed")
    head = last + r["seq"].to_bytes(8, "big") + r["at_us"].to_bytes(8, "big")
    who = bytes.fromhex(r["actor_sha256"]) if "actor_sha256" in r else sized(r["actor"])
    rest = sized(r["action"]) + sized(r["entity"]) + sized(r["entity_id"]) + bytes.fromhex(r["payload_sha256"])
    last = sha(b"\x02" if "actor_sha256" in r else b"\x00", head, who, rest)
    if last.hex() != r["hash"]:
        sys.exit(f"row {n} was changed, or does not follow the row before it")
    roots[n] = base64.b64encode(last).decode()
text, signatures = open(sys.argv[2], encoding="utf-8").read().split("\n\n", 1)
name, key_id, key = open(sys.argv[3]).read().strip().split("+", 2)
signed = base64.b64decode(signatures.split()[-1])
if signed[:4].hex() != key_id or not ed25519_holds(base64.b64decode(key)[1:], signed[4:], (text + "\n").encode()):
    sys.exit("the checkpoint is not signed by this key")
if roots.get(int(text.split("\n")[1])) != text.split("\n")[2]:
    sys.exit("the log is not the one the checkpoint names")
print(f"{n} rows hold, and the checkpoint of {name} agrees")
