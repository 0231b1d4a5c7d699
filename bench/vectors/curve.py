"""What each step of the recipe is worth: trains the variants and measures each (see probe.py).

    npx tsc -p tsconfig.bench.json && node dist/bench/vectors/sentences.js > DIR/probe.json
    OPENBLAS_NUM_THREADS=1 python3 -B bench/vectors/curve.py --packages … --work … --probe DIR/probe.json
"""

import torch

import pack
from make import MIX, OUT, arguments, fit, prepare
from probe import Table, load, measure, show
from train import reduce

GLOSSES = {"gloss": 5, "synonym": 3}

if __name__ == "__main__":
    torch.set_num_threads(1)
    parser = arguments()
    parser.add_argument("--probe", required=True)
    options = parser.parse_args()
    data = load(options.probe)
    p = prepare(options.packages, options.work)

    def report(label, vectors, weights=p.weights):
        show(label, measure(data, Table(p.words, vectors, weights)))

    report("GloVe", p.glove)
    report("encoder's words", p.encoded - p.encoded[:30000].mean(0))
    report("both, 128 wide", reduce(p.inputs, 128))
    report("+ glosses, synonyms", *fit(p, GLOSSES, False, False, steps=800))
    report("+ other relations", *fit(p, MIX, False, False, steps=800, batch=1280))
    report("glosses, own part", *fit(p, GLOSSES, False, True, steps=800))
    report("distillation alone", *fit(p, {}, True, False, steps=600))
    report("relations + distillation", *fit(p, MIX, True, False, steps=800))
    if OUT.exists():
        words, vectors, weights = pack.read(OUT)
        show("+ own part: as shipped", measure(data, Table(words, vectors, weights)))
