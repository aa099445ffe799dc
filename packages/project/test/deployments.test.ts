import { expect, test } from 'vitest'
import { groupReferences } from '../src/groups.ts'
import { foundIn, told } from './found.ts'

test('a container of a deployment is started with what stands in its command, above its image and below', () => {
  const files = {
    'compose.yml': `services:
  small:
    image: ghcr.io/ggml-org/llama.cpp:server
    command: -hf hedgerow/wren-gguf:Q4_K_M --port 8080
  large:
    command:
      - serve
      - hedgerow/heron-70b
      - --speculative-model
      - hedgerow/heron-1b
    image: "vllm/vllm-openai:latest"
  listed:
    image: localai/localai:latest
    entrypoint: local-ai
    command: [run, "huggingface://tidewater/robin-gguf/robin.q8.gguf"]
  other:
    image: tidewater/pages:2
    command: serve hedgerow/pages
models:
  llm:
    model: ai/finch
`,
    'k8s/pod.yaml': `spec:
  containers:
  - args: ["--model-id=$(MODEL_ID)"]
    image: ghcr.io/huggingface/text-generation-inference:3
    env:
    - name: MODEL_ID
      value: tidewater/letters-7b
  - name: path
    image: ghcr.io/ggml-org/llama.cpp:server
    args:
    - -m
    - /models/own.gguf
  - name: unknown
    image: vllm/vllm-openai
    args: [--model, $(SECRET), --port, "80"]
`,
    'chart/values.yaml': 'modelName: hedgerow/charted\n',
    'chart/templates/pod.yaml': 'args: ["--model", "{{ .Values.modelName }}", "--tokenizer", "{{ .Values.none }}"]\n',
    Dockerfile: 'FROM vllm/vllm-openai:v1\nRUN pip list\nCMD ["hedgerow/served", "--port", "80"]\n',
  }
  expect(told(foundIn(files))).toEqual([
    'compose.yml:4 model hedgerow/wren-gguf at hub',
    'compose.yml:8 model hedgerow/heron-70b at hub',
    'compose.yml:10 model hedgerow/heron-1b at hub',
    'compose.yml:15 model tidewater/robin-gguf at hub',
    'compose.yml:21 model ai/finch at docker',
    'k8s/pod.yaml:3 model tidewater/letters-7b at hub',
    'k8s/pod.yaml:7 model tidewater/letters-7b at hub',
    'k8s/pod.yaml:12 model /models/own.gguf at path',
    'k8s/pod.yaml:15 model? its name comes from the environment (SECRET)',
    'chart/values.yaml:1 model hedgerow/charted at hub',
    'chart/templates/pod.yaml:1 model hedgerow/charted at hub',
    'chart/templates/pod.yaml:1 model? its name is put in by a template (.Values.none)',
    'Dockerfile:3 model hedgerow/served at hub',
  ])
})

test('other places that start or set a model name it', () => {
  const files = {
    'llm.service': '[Service]\nExecStart=/usr/bin/llama-server -hf hedgerow/wren-gguf --port 1\n',
    'job.nomad': 'config {\n  args = ["--model", "hedgerow/heron-3b", "--port", "8000"]\n}\n',
    'package.json': '{ "name": "app", "scripts": { "llm": "ollama run wren:7b" } }\n',
    'swap.yaml': 'models:\n  small:\n    cmd: |\n      llama-server --port 80\n      -hf hedgerow/finch-gguf:Q4_K_M\n',
    'models/own.yaml': 'backend: llama-cpp\nparameters:\n  model: own-7b-q4.gguf\n',
    'proxy.yaml': 'litellm_params: { model: hosted_vllm/tidewater/letters-27b, api_base: http://llm }\n',
    'hub.yaml': 'parameters:\n  model: huggingface://tidewater/robin-gguf/robin.gguf\n',
    Makefile: 'MODEL ?= tidewater/letters-7b\nrun:\n\tvllm serve $(MODEL)\n',
    'serve.sh': 'vllm serve <your-org/your-model> --port 8000\nlmdeploy serve api_server hedgerow/wren-1b --tp 2\n',
  }
  expect(told(foundIn(files))).toEqual([
    'llm.service:2 model hedgerow/wren-gguf at hub',
    'job.nomad:2 model hedgerow/heron-3b at hub',
    'package.json:1 model wren:7b at ollama',
    'swap.yaml:5 model hedgerow/finch-gguf at hub',
    'models/own.yaml:3 model own-7b-q4.gguf at path',
    'proxy.yaml:1 model tidewater/letters-27b at hub',
    'hub.yaml:2 model tidewater/robin-gguf at hub',
    'Makefile:1 model tidewater/letters-7b at hub',
    'Makefile:3 model tidewater/letters-7b at hub',
    'serve.sh:2 model hedgerow/wren-1b at hub',
  ])
})

test('command lines of programs that serve models name them by their own options', () => {
  const script = `llama-server --hf-repo hedgerow/wren-gguf --hf-file wren.gguf -md models/draft.gguf
docker run --rm -p 80:80 ghcr.io/huggingface/text-generation-inference:3 --model-id tidewater/letters
docker run -v a:b localai/localai finch-3b-instruct
python3.11 -m sglang.launch_server --model-path hedgerow/heron --port 1
vllm serve hedgerow/robin --lora-modules sql=hedgerow/robin-sql --port 8000
ollama run hf.co/hedgerow/wren-gguf:Q8_0
curl localhost:11434/api/pull -d '{"name": "own-wren"}'
docker model run ai/finch
docker run nvcr.io/nim/tidewater/letters-8b:1.0
serve --model "$LLM"
tar -hf tidewater.tar; du -hf tidewater
git commit -m hedgerow/branch
`
  expect(told(foundIn({ 'run.sh': script }))).toEqual([
    'run.sh:1 model hedgerow/wren-gguf at hub',
    'run.sh:1 model models/draft.gguf at path',
    'run.sh:2 model tidewater/letters at hub',
    'run.sh:3 model finch-3b-instruct at hub',
    'run.sh:4 model hedgerow/heron at hub',
    'run.sh:5 model hedgerow/robin at hub',
    'run.sh:5 model hedgerow/robin-sql at hub',
    'run.sh:6 model hedgerow/wren-gguf at hub',
    'run.sh:7 model own-wren at ollama',
    'run.sh:8 model ai/finch at docker',
    'run.sh:9 model nvcr.io/nim/tidewater/letters-8b:1.0 at image',
    'run.sh:10 model? its name comes from the environment (LLM)',
  ])
})

test('what code starts is read as a command: a list of words, or a text that begins as one', () => {
  const files = {
    'run.py': `import subprocess
subprocess.run(["vllm", "serve", "hedgerow/wren-1b", "--port", "80"])
subprocess.Popen([
    "llama-server",
    "-hf",
    "tidewater/robin-gguf",
])
os.system("ollama pull finch:3b")
print("ollama pull shown:3b")
args = ["--model", "tidewater/letters", "--tp", "2"]
`,
    'main.go': 'cmd := exec.Command("ollama", "run", "wren:7b")\n',
    'start.mjs':
      "spawn('text-generation-launcher', ['--model-id', 'hedgerow/heron'])\nconst words = ['vllm', 'serve']\n",
  }
  expect(told(foundIn(files)).toSorted()).toEqual([
    'main.go:1 model wren:7b at ollama',
    'run.py:10 model tidewater/letters at hub',
    'run.py:2 model hedgerow/wren-1b at hub',
    'run.py:6 model tidewater/robin-gguf at hub',
    'run.py:8 model finch:3b at ollama',
    'start.mjs:1 model hedgerow/heron at hub',
  ])
})

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: variables of a shell
test('what only the environment knows is listed, in code of any language and in settings', () => {
  const files = {
    'main.go': 'model := os.Getenv("CHAT_MODEL")\nhome := os.Getenv("MODEL_DIR")\n',
    'Chat.java': 'String model = System.getenv("MODEL_NAME");\nString key = System.getenv("API_KEY");\n',
    'chat.rb': 'model = ENV["LLM_MODEL"]\n',
    'Chat.cs': 'var model = Environment.GetEnvironmentVariable("OLLAMA_MODEL") ?? "hedgerow/wren";\n',
    'app.py': 'client.chat.completions.create(model=os.environ["DEPLOYMENT"], messages=m)\nitem.create(model=x)\n',
    'compose.yml':
      'services:\n  a:\n    environment:\n      - MODEL_ID=${MODEL_ID}\n      - EMBED_MODEL=${E:-hedgerow/embed}\n      - MODEL_NAME=${SET}\n',
    '.env': 'SET=tidewater/letters\n',
    'values.yaml': 'model: "{{ .Values.global.model }}"\nmodel_license: $X\n',
  }
  expect(told(foundIn(files))).toEqual([
    'main.go:1 model? its name comes from the environment (CHAT_MODEL)',
    'Chat.java:1 model? its name comes from the environment (MODEL_NAME)',
    'chat.rb:1 model? its name comes from the environment (LLM_MODEL)',
    'Chat.cs:1 model hedgerow/wren at hub',
    'app.py:1 model? its name comes from the environment (DEPLOYMENT)',
    'compose.yml:4 model? its name comes from the environment (MODEL_ID)',
    'compose.yml:5 model hedgerow/embed at hub',
    'compose.yml:6 model tidewater/letters at hub',
    'values.yaml:1 model? its name is put in by a template (.Values.global.model)',
  ])
})

// biome-ignore-end lint/suspicious/noTemplateCurlyInString: variables of a shell

test('a call that names no model loads one of the library, which is told with its day', () => {
  const code = `from transformers import pipeline
pipeline("ner", device=0)
pipeline(task="translation_en_to_de", model=None)
pipeline("bird-singing")
pipeline(task)
pipeline("text-generation", model="hedgerow/wren-1b")
pipeline("text-generation", **options)
AutoModel.from_pretrained(config.model)
`
  const { references } = foundIn({ 'app.py': code })
  expect(told({ references, notes: [] })).toEqual([
    'app.py:2 model dbmdz/bert-large-cased-finetuned-conll03-english at hub',
    'app.py:3 model google-t5/t5-base at hub',
    'app.py:4 model? no model is named: transformers loads its own for "bird-singing", which is not known here',
    'app.py:5 model? no model is named, and transformers loads its own for the task it is given',
    'app.py:6 model hedgerow/wren-1b at hub',
    'app.py:7 model? its name may be in what is spread into the call (options)',
    'app.py:8 model? its name comes from config.model, which is set elsewhere',
  ])
  expect(references[0]?.why).toMatch(/^no model is named: .* as of \d{4}-\d\d-\d\d; it moves with the library$/)
  expect(groupReferences(references)).toHaveLength(3)
  expect(told(foundIn({ 'app.mjs': "import { pipeline } from 'stream'\npipeline('ner', a)\n" }))).toEqual([])
})
