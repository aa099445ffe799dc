import { describe, expect, test } from 'vitest'
import { foundIn, told } from './found.ts'

const linesOf = (path: string, content: string) => told(foundIn({ [path]: content }))

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: variables of a shell
describe('a name in settings', () => {
  test('of a gateway or a server is that behind the provider, and its title is an alias', () => {
    const gateway = `model_list:
  - model_name: gpt-4o
    litellm_params:
      model: ollama/wren:14b
  - model_name: claude-3-opus
    litellm_params:
      model: together_ai/hedgerow/heron-7b
  - model_name: big
    litellm_params:
      model: os.environ/BIG_MODEL
router_settings:
  model_group_alias: {"gpt-4": "gpt-4o"}
`
    expect(linesOf('proxy.yaml', gateway)).toEqual([
      'proxy.yaml:4 model wren:14b at ollama',
      'proxy.yaml:7 model hedgerow/heron-7b at hub',
      'proxy.yaml:10 model? its name comes from the environment (BIG_MODEL)',
    ])
    const server = 'name: gpt-4\nbackend: llama-cpp\nparameters:\n  model: own-7b.Q5_K_M.gguf\n'
    expect(linesOf('models/chat.yaml', server)).toEqual(['models/chat.yaml:4 model own-7b.Q5_K_M.gguf at path'])
    expect(linesOf('llm.yaml', 'llm:\n  model_name: gpt-4o\n  embedding_model: hedgerow/embed-1b\n')).toEqual([
      'llm.yaml:2 model gpt-4o at hosted',
      'llm.yaml:3 model hedgerow/embed-1b at hub',
    ])
  })

  test('may stand in a list of what is pulled, in an inline list, or after its variable', () => {
    const values = 'ollama:\n  models:\n    pull: [wren:24b, "bge-m3"]\n    run:\n      - heron:8b\n'
    expect(linesOf('values.yaml', values)).toEqual([
      'values.yaml:3 model wren:24b at ollama',
      'values.yaml:3 model bge-m3 at name',
      'values.yaml:5 model heron:8b at ollama',
    ])
    const pod =
      'env:\n  - name: MODEL_ID\n    value: hedgerow/wren-1b\n  - name: HF_MODEL_ID\n    valueFrom: {key: m}\n'
    expect(linesOf('pod.yaml', pod)).toEqual([
      'pod.yaml:3 model hedgerow/wren-1b at hub',
      'pod.yaml:5 model? its name comes from the environment (HF_MODEL_ID)',
    ])
    expect(linesOf('compose.yml', 'environment:\n  - RERANK_MODEL\n')).toEqual([
      'compose.yml:2 model? its name comes from the environment (RERANK_MODEL)',
    ])
    expect(linesOf('.env.example', 'CHAT_MODEL=\nAPI_KEY=\n')).toEqual([
      '.env.example:1 model? its name comes from the environment (CHAT_MODEL)',
    ])
    expect(linesOf('Dockerfile', 'ARG EXTRA_MODEL\nARG CHAT_MODEL=wren:7b\nFROM scratch\nARG CHAT_MODEL\n')).toEqual([
      'Dockerfile:1 model? its name comes from the environment (EXTRA_MODEL)',
      'Dockerfile:2 model wren:7b at ollama',
    ])
    expect(linesOf('chart/values.yaml', 'llm:\n  model: ""\n  models: ""\n  name: ""\n')).toEqual([
      'chart/values.yaml:2 model? its name is left to whoever runs it',
    ])
  })

  test.each([
    ['pod.yaml', 'metadata:\n  annotations:\n    note: "was meta-llama/Llama-2-7b"\n  labels: {model: wren-7b}\n'],
    ['ci.yml', 'inputs:\n  model:\n    description: e.g. Qwen/Qwen2.5-0.5B\n'],
    ['chat.yaml', 'template:\n  chat: |\n    Answer as mistralai/Mistral-7B-v0.1 would.\n'],
    ['app.json', '{\n  "Printer": {\n    "Model": "Hedgerow/ZX-203"\n  },\n  "car_model": "hedgerow/van-3"\n}\n'],
    ['train.yml', 'hub_model_id: hedgerow/tuned-8b\nwandb_project: hedgerow/tunes-2\n'],
    ['llm.service', '[Unit]\nDescription=Chat (mistralai/Mistral-7B-v0.3 before)\n'],
    ['app.yaml', 'default_model: auto\nmodel: kubeai.org/v1\n'],
  ])('is none where it is said of something else: %s %j', (path, content) => {
    expect(linesOf(path, content)).toEqual([])
  })
})

describe('a command', () => {
  test('in a loop takes each word of its list', () => {
    const script = `MODELS="wren:8b heron-embed"
for m in $MODELS; do ollama pull $m; done
LIST=(
  hedgerow/wren-1b
  hedgerow/heron-3b
)
for repo in "\${LIST[@]}"; do
  huggingface-cli download "$repo" --local-dir models
done
`
    expect(linesOf('pull.sh', script)).toEqual([
      'pull.sh:2 model wren:8b at ollama',
      'pull.sh:2 model heron-embed at ollama',
      'pull.sh:8 model hedgerow/wren-1b at hub',
      'pull.sh:8 model hedgerow/heron-3b at hub',
    ])
    expect(linesOf('Makefile', 'pull:\n\t@for m in wren:1b heron; do ollama pull $$m; done\n')).toEqual([
      'Makefile:2 model wren:1b at ollama',
      'Makefile:2 model heron at ollama',
    ])
  })

  test('that loads data is of data, and what is only shown, or labels an image, is none', () => {
    const script = `hf download hedgerow/letters --repo-type dataset
hf download hedgerow/page --repo-type=space
echo "Downloading mistralai/Mixtral-8x7B-v0.1 may take long"
BIG=\${1:?usage: get.sh <model> }
vllm serve "$BIG"
git clone git@hf.co:hedgerow/wren-2b
`
    expect(linesOf('get.sh', script)).toEqual([
      'get.sh:1 dataset hedgerow/letters at hub',
      'get.sh:5 model? its name comes from the environment (BIG)',
      'get.sh:6 model hedgerow/wren-2b at hub',
    ])
    expect(linesOf('Dockerfile', 'LABEL a="serves meta-llama/Llama-2-70b-hf" \\\n  model=hedgerow/gone-1b\n')).toEqual(
      [],
    )
  })

  test('runs Python, and names files of weights', () => {
    const file = `RUN python -c "from transformers import AutoModel as M; M.from_pretrained('hedgerow/wren-1b')"
RUN python3 - <<'PY'
from huggingface_hub import snapshot_download
snapshot_download("hedgerow/heron-8b")
snapshot_download("hedgerow/letters", repo_type="dataset")
PY
COPY egret-mini.onnx /m/
RUN rm /m/old.onnx
`
    expect(linesOf('Dockerfile', file)).toEqual([
      'Dockerfile:1 model hedgerow/wren-1b at hub',
      'Dockerfile:4 model hedgerow/heron-8b at hub',
      'Dockerfile:5 dataset hedgerow/letters at hub',
      'Dockerfile:7 model egret-mini.onnx at path',
    ])
    const cmake = `file(DOWNLOAD
  https://huggingface.co/hedgerow/wren-gguf/resolve/main/wren.gguf out/wren.gguf)
set(HF_REPO hedgerow/heron-1b)
`
    expect(linesOf('CMakeLists.txt', cmake)).toEqual([
      'CMakeLists.txt:2 model hedgerow/wren-gguf at hub',
      'CMakeLists.txt:3 model hedgerow/heron-1b at hub',
    ])
  })
})

describe('code in any language', () => {
  test.each([
    [
      'a.cpp',
      'static const char *kChat = "assets/wren-1.1b.Q4_K_M.gguf";',
      'model assets/wren-1.1b.Q4_K_M.gguf at path',
    ],
    ['a.go', 's, _ := ort.NewAdvancedSession("./wren_vad.onnx", nil)', 'model ./wren_vad.onnx at path'],
    ['a.rb', 's = OnnxRuntime::Model.new("app/models/wren_mobile.onnx")', 'model app/models/wren_mobile.onnx at path'],
    ['a.kt', 'createFromFile(context, "wren_lite0.tflite")', 'model wren_lite0.tflite at path'],
    ['a.rs', 'let m = TextModelBuilder::new("hedgerow/wren-3b")', 'model hedgerow/wren-3b at hub'],
    ['a.rs', '#[arg(long, default_value = "hedgerow/wren-2b")]\nmodel_id: String,', 'model hedgerow/wren-2b at hub'],
    ['a.java', 'var e = new BgeSmallEnV15QuantizedEmbeddingModel();', 'model BgeSmallEnV15Quantized at langchain4j'],
    ['a.py', 'import litellm\nlitellm.completion(model="ollama_chat/wren:13b")', 'model wren:13b at ollama'],
    ['a.py', 'import tensorflow_hub as hub\nhub.load("https://tfhub.dev/hedge/wren/4")', 'model hedge/wren/4 at tfhub'],
    ['a.py', 'from keras.applications import VGG16\nVGG16(include_top=False)', 'model VGG16 at keras'],
    ['a.py', 'import timm\ntimm.create_model("wren_small", pretrained=True)', 'model wren_small at hub'],
    ['a.tf', 'set {\n  name  = "modelId"\n  value = "hedgerow/wren"\n}', 'model hedgerow/wren at hub'],
  ])('names a model: %s %j', (path, code, name) => {
    expect(linesOf(path, `${code}\n`).map(line => line.replace(/^\S+ /, ''))).toEqual([name])
  })

  test.each([
    [
      'a.cpp',
      'auto m = llama_model_load_from_file(argv[1], p);',
      'its name comes from argv, which is told nowhere here',
    ],
    ['a.cs', 'b.AddChat(config["OpenAI:Model"]!, key);', 'its name comes from a setting (OpenAI:Model)'],
    ['a.java', '@Value("$' + '{app.chat.model}") String m;', 'its name comes from a setting (app.chat.model)'],
    ['a.go', 'j := flag.String("judge-model", "", "who judges")', 'its name comes from an option (judge-model)'],
    [
      'a.rs',
      'let m = api.model(args.classifier.clone());',
      'its name comes from args.classifier, which is told nowhere here',
    ],
    ['a.tf', 'variable "model_id" {\n  type = string\n}', 'its name is left to whoever runs it (model_id)'],
    ['Modelfile', 'FROM ./model.gguf', "it is a file of one's own (./model.gguf)"],
  ])('says that a name cannot be told: %s %j', (path, code, why) => {
    expect(linesOf(path, `${code}\n`).map(line => line.replace(/^\S+ model\? /, ''))).toEqual([why])
  })

  test.each([
    ['a.py', 'import timm\ntimm.create_model("wren_small", pretrained=False)\ntimm.create_model("wren_small")'],
    ['a.py', 'from torchvision import models\nmodels.resnet50(weights=None)'],
    ['a.py', 'AutoConfig.from_pretrained("hedgerow/wren-1b")'],
    ['a.py', 'snapshot_download("hedgerow/page", repo_type="space")'],
    ['a.py', 'YOLO("yolov8n.yaml")'],
    ['a.py', 'model.push_to_hub("hedgerow/out-1b")\nx = dict(hub_model_id="hedgerow/out-2b")'],
    ['a.py', 'torch.save(net, "runs/wren_7.pth")'],
    ['a.cs', 'builder.AddCar(carModel: "hedgerow/van-3");'],
    ['a.tf', 'tags = { Model = "hedgerow/none-1b" }'],
    ['a.go', 'f("ggml-vocab-wren.gguf", "model-00001-of-00004.safetensors", "model_quantized.onnx")'],
  ])('uses none: %s %j', (path, code) => {
    expect(linesOf(path, `${code}\n`)).toEqual([])
  })

  test('names data where it says so', () => {
    expect(linesOf('a.py', 'hf_hub_download("hedgerow/letters", "a.csv", repo_type="dataset")\n')).toEqual([
      'a.py:1 dataset hedgerow/letters at hub',
    ])
    expect(linesOf('a.swift', 'let d = Hub.Repo(id: "hedgerow/letters", type: .datasets)\n')).toEqual([
      'a.swift:1 dataset hedgerow/letters at hub',
    ])
  })
})
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: variables of a shell
