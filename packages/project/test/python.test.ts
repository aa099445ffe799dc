import { describe, expect, test } from 'vitest'
import { foundIn, told } from './found.ts'

describe('a name in Python', () => {
  test('stands in the call, by position or keyword', () => {
    const code = `from transformers import AutoModel, pipeline
AutoModel.from_pretrained("hedgerow/wren-1b", revision="v2")
pipe = pipeline("summarization", model="hedgerow/wren-1b-sum")
data = load_dataset("tidewater/letters", split="train")
rows = load_dataset("json", data_files="rows.json")
`
    expect(told(foundIn({ 'app.py': code }))).toEqual([
      'app.py:2 model hedgerow/wren-1b at hub',
      'app.py:3 model hedgerow/wren-1b-sum at hub',
      'app.py:4 dataset tidewater/letters at hub',
    ])
  })

  test('is followed through constants, templates, defaults and the environment', () => {
    const code = `import os, argparse
SIZE = "1b"
MODEL = f"hedgerow/wren-{SIZE}"
JUDGE = os.getenv("JUDGE", "tidewater/judge")
parser = argparse.ArgumentParser()
parser.add_argument("--base-model", default="hedgerow/robin")
args = parser.parse_args()

def load(name="hedgerow/finch"):
    return AutoModel.from_pretrained(name)

AutoModel.from_pretrained(MODEL)
AutoModel.from_pretrained(JUDGE)
AutoModel.from_pretrained(args.base_model)
`
    expect(told(foundIn({ 'app.py': code }))).toEqual([
      'app.py:10 model hedgerow/finch at hub',
      'app.py:12 model hedgerow/wren-1b at hub',
      'app.py:13 model tidewater/judge at hub',
      'app.py:14 model hedgerow/robin at hub',
    ])
  })

  test('is followed into another file, a class and the caller', () => {
    const files = {
      'app/config.py': `from dataclasses import dataclass
EMBEDDER = "hedgerow/embed"
@dataclass
class Settings:
    model_name: str = "hedgerow/wren-1b"
`,
      'app/main.py': `from .config import EMBEDDER, Settings
from sentence_transformers import SentenceTransformer
class Search:
    def __init__(self, model_id):
        self.model_id = model_id
    def open(self):
        return AutoModel.from_pretrained(self.model_id)
settings = Settings()
SentenceTransformer(EMBEDDER)
AutoModel.from_pretrained(settings.model_name)
Search("hedgerow/ranker")
`,
    }
    expect(told(foundIn(files))).toEqual([
      'app/main.py:7 model hedgerow/ranker at hub',
      'app/main.py:9 model hedgerow/embed at hub',
      'app/main.py:10 model hedgerow/wren-1b at hub',
    ])
  })

  test('that cannot be told is said to be so, and why', () => {
    const code = `import sys
def load(path):
    return AutoModel.from_pretrained(path)
AutoModel.from_pretrained(sys.argv[1])
AutoModel.from_pretrained(os.environ["MODEL"])
`
    expect(told(foundIn({ 'app.py': code }))).toEqual([
      'app.py:3 model? its name comes from an argument (path)',
      'app.py:4 model? its name is put together while the program runs',
      'app.py:5 model? its name comes from the environment (MODEL)',
    ])
  })
})
