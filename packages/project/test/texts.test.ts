import { describe, expect, test } from 'vitest'
import { foundIn, told } from './found.ts'

const notebook = (cells: readonly (readonly string[])[]) =>
  JSON.stringify({ cells: cells.map(source => ({ cell_type: 'code', outputs: [], source })), nbformat: 4 }, null, 1)

describe('other files', () => {
  test('a notebook is read cell by cell, with the lines of the file', () => {
    const content = notebook([
      ['MODEL = "hedgerow/wren-1b"\n', 'tok = AutoTokenizer.from_pretrained(MODEL)'],
      ['!huggingface-cli download tidewater/letters-7b'],
    ])
    const lines = content.split('\n')
    const at = (words: string) => lines.findIndex(line => line.includes(words)) + 1
    expect(told(foundIn({ 'try.ipynb': content }))).toEqual([
      `try.ipynb:${at('from_pretrained')} model hedgerow/wren-1b at hub`,
      `try.ipynb:${at('download')} model tidewater/letters-7b at hub`,
    ])
  })

  test('a notebook with broken JSON is told of, and is no end to the rest', () => {
    const found = foundIn({
      'a.ipynb': '{"cells": [{"source": ["AutoModel.from_pretrained(\\"hedgerow/wren-1b\\")"',
      'b.py': 'AutoModel.from_pretrained("hedgerow/finch")\n',
    })
    expect(told(found)).toEqual(['b.py:1 model hedgerow/finch at hub'])
    expect(found.notes).toEqual([
      { says: 'a.ipynb is no notebook that can be read: its JSON is broken', path: 'a.ipynb' },
    ])
  })

  test('settings name models under keys that say so', () => {
    const files = {
      'config.yaml': `llm:
  model_name: hedgerow/wren-1b   # the small one
  provider: local/service
embedding:
  model:
    name: hedgerow/embed
models:
  - hedgerow/finch
  - id: tidewater/heron
logging: hedgerow/none
`,
      'app.toml': '[training]\nbase_model = "hedgerow/robin"\ndataset = "tidewater/letters"\n',
      '.env': 'CHAT_MODEL=gpt-4o-mini\nREGISTRY=hedgerow/images\n',
      'settings.json': '{"embedding_model": "hedgerow/embed-small", "theme": "dark/blue"}\n',
      'prices.json': '{"models": [{"label": "mistral-large-latest"}, {"label": "news-latest"}]}\n',
    }
    expect(told(foundIn(files))).toEqual([
      'config.yaml:2 model hedgerow/wren-1b at hub',
      'config.yaml:6 model hedgerow/embed at hub',
      'config.yaml:8 model hedgerow/finch at hub',
      'config.yaml:9 model tidewater/heron at hub',
      'app.toml:2 model hedgerow/robin at hub',
      'app.toml:3 dataset tidewater/letters at hub',
      '.env:1 model gpt-4o-mini at hosted',
      'settings.json:1 model hedgerow/embed-small at hub',
      'prices.json:1 model mistral-large-latest at hosted',
    ])
  })

  test('command lines name models, in a shell, a container file and a deployment', () => {
    const files = {
      'run.sh': `MODEL=hedgerow/wren-1b
vllm serve "$MODEL" --port 8000
ollama pull wren:7b && ollama run finch
python train.py --model_name_or_path hedgerow/robin --output_dir out/run
llama-server -hf hedgerow/heron-gguf:Q4_K_M -c 4096
vllm serve $2
`,
      Dockerfile:
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the shell
        'FROM python:3.12\nARG MODEL_ID=tidewater/heron\nRUN huggingface-cli download ${MODEL_ID} --local-dir /m\n',
      'compose.yml': 'services:\n  llm:\n    command: ["--model", "hedgerow/wren-1b", "--port", "80"]\n',
      Modelfile: 'FROM wren:7b\nPARAMETER temperature 0\nADAPTER ./lora.gguf\n',
    }
    expect(told(foundIn(files))).toEqual([
      'run.sh:1 model hedgerow/wren-1b at hub',
      'run.sh:2 model hedgerow/wren-1b at hub',
      'run.sh:3 model wren:7b at ollama',
      'run.sh:3 model finch at ollama',
      'run.sh:4 model hedgerow/robin at hub',
      'run.sh:5 model hedgerow/heron-gguf at hub',
      'run.sh:6 model? its name is argument 2',
      'Dockerfile:2 model tidewater/heron at hub',
      'Dockerfile:3 model tidewater/heron at hub',
      'compose.yml:3 model hedgerow/wren-1b at hub',
      'Modelfile:1 model wren:7b at ollama',
      "Modelfile:3 model? it is a file of one's own (./lora.gguf)",
    ])
  })

  test('an address is that of a model where it leads to one', () => {
    const code = `URL = "https://huggingface.co/hedgerow/wren-1b/resolve/v2/model.gguf"
DOCS = "https://huggingface.co/docs/hub/models"
DATA = "https://huggingface.co/datasets/tidewater/letters"
`
    const found = foundIn({ 'get.py': code })
    expect(told(found)).toEqual(['get.py:1 model hedgerow/wren-1b at hub', 'get.py:3 dataset tidewater/letters at hub'])
    expect(found.references[0]?.revision).toBe('v2')
  })
})
