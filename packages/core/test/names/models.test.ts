import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../knowledge/test/knowledge.ts'
import { findModel } from '../../src/names/models.ts'

describe('findModel', () => {
  it.each([
    ['meta-llama/Llama-3.1-8B', 'Llama 3.1', 'llama3.1', true],
    ['unsloth/Meta-Llama-3.1-8B-bnb-4bit', 'Llama 3.1', 'llama3.1', false],
    ['llama3.1:8b', 'Llama 3.1', 'llama3.1', false],
    ['meta-llama/Meta-Llama-3-8B', 'Llama 3', 'llama3', true],
    ['Llama2-7B', 'Llama 2', 'llama2', false],
    ['TheBloke/Llama-2-7B-GGUF', 'Llama 2', 'llama2', false],
    ['huggyllama/llama-7b', 'LLaMA 1', 'llama1', false],
    ['someone/llama-3b-tuned', 'Llama, version not said', 'llama-community', false],
    ['codellama/CodeLlama-7b-hf', 'Code Llama', 'llama2', true],
    ['meta-llama/Llama-Guard-3-8B', 'Llama Guard 3 8B', 'llama3.1', true],
    ['openlm-research/open_llama_3b_v2', 'OpenLLaMA', 'apache-2.0', true],
    ['TinyLlama/TinyLlama-1.1B-Chat-v1.0', 'TinyLlama', 'apache-2.0', true],
    ['google/gemma-2b', 'Gemma 1', 'gemma', true],
    ['google/gemma-2-2b-it', 'Gemma 2', 'gemma', true],
    ['google/gemma-4-31b-it', 'Gemma 4', 'apache-2.0', true],
    ['google/medgemma-27b-it', 'MedGemma', 'health-ai-developer-foundations', true],
    ['Qwen/Qwen-72B', 'Qwen 7B, 14B, 72B', 'tongyi-qianwen', true],
    ['Qwen/Qwen-1_8B', 'Qwen 1.8B', 'qwen-research', true],
    ['Qwen/Qwen2-72B', 'Qwen2 72B', 'tongyi-qianwen', true],
    ['Qwen/Qwen2.5-7B-Instruct', 'Qwen2.5', 'apache-2.0', true],
    ['Qwen/Qwen2.5-3B', 'Qwen2.5 3B', 'qwen-research', true],
    ['Qwen/Qwen2.5-VL-3B-Instruct', 'Qwen2.5 3B', 'qwen-research', true],
    ['Qwen/Qwen2.5-72B-Instruct', 'Qwen2.5 72B', 'qwen', true],
    ['Qwen/Qwen3-8B', 'Qwen3', 'apache-2.0', true],
    ['deepseek-ai/DeepSeek-V3', 'DeepSeek-V3', 'deepseek-1.0', true],
    ['deepseek-ai/DeepSeek-V3-0324', 'DeepSeek-V3-0324 and later', 'mit', true],
    ['deepseek-ai/DeepSeek-R1-Distill-Llama-70B', 'DeepSeek-R1-Distill-Llama-70B', 'llama3.3', true],
    ['mistralai/Mistral-7B-v0.1', 'Mistral 7B', 'apache-2.0', true],
    ['mistralai/Mistral-Large-Instruct-2407', 'Mistral Large', 'mrl-0.1', true],
    ['stabilityai/stable-diffusion-2-1', 'Stable Diffusion 2', 'openrail++-m', true],
    ['stabilityai/stable-diffusion-3.5-large', 'Stable Diffusion 3 and 3.5', 'stability-community', true],
    ['black-forest-labs/FLUX.1-schnell', 'FLUX.1 [schnell]', 'apache-2.0', true],
    ['someone/flux.1-dev-lora', 'FLUX.1 [dev]', 'flux-1-dev-nc', false],
    ['tiiuae/falcon-180B', 'Falcon 180B', 'falcon-180b', true],
    ['gpt2', 'GPT-2', 'gpt-2-modified-mit', false],
    ['lmsys/vicuna-7b-v1.5', 'Vicuna 1.5', 'llama2', true],
    ['AnswerDotAI/ModernBERT-base', 'ModernBERT', 'apache-2.0', true],
    ['moonshotai/Kimi-Dev-72B', 'Kimi-Dev', 'mit', true],
    ['MiniMaxAI/MiniMax-M2.5', 'MiniMax-M2.5', 'minimax-model', true],
    ['nvidia/Nemotron-H-8B-Base-8K', 'Nemotron-H', 'nvidia-internal-research', true],
    ['nvidia/Llama-3_1-Nemotron-51B-Instruct', 'Llama 3.1 Nemotron 51B', 'nvidia-open-model', true],
    ['stabilityai/stablelm-2-12b', 'StableLM 2 12B', 'stability-community', true],
    ['stabilityai/stablelm-2-zephyr-1_6b', 'StableLM 2 Zephyr 1.6B', 'stability-nc-research', true],
    ['kakaocorp/kanana-1.5-8b-instruct', 'Kanana 1.5', 'apache-2.0', true],
    ['Qwen/CodeQwen1.5-7B-Chat', 'CodeQwen1.5', 'tongyi-qianwen', true],
    ['liuhaotian/llava-v1.6-34b', 'LLaVA 1.6 on Yi', 'apache-2.0', true],
  ])('%s speaks of %s', (id, name, license, own) => {
    const found = findModel(knowledge, id)
    expect([found?.version.name, found?.version.license, found?.own]).toEqual([name, license, own])
  })

  it.each(['someone/our-own-model', '', 'x/', 'ollama', 'amber-sky/some-model', 'clip', 'b'.repeat(5000)])(
    '%s speaks of no known base',
    id => expect(findModel(knowledge, id)).toBeNull(),
  )

  it('gives open data and code only with a source', () => {
    expect(findModel(knowledge, 'EleutherAI/pythia-410m')?.version).toMatchObject({ openData: true, openCode: true })
    expect(findModel(knowledge, 'allenai/OLMo-2-1124-7B')?.version).toMatchObject({ openData: true, openCode: true })
    for (const family of knowledge.models) {
      for (const version of family.versions) {
        if (version.openData || version.openCode) expect.soft(version.source, version.name).toBeDefined()
      }
    }
  })
})

describe('every model family', () => {
  const versions = knowledge.models.flatMap(family => family.versions.map(version => ({ family, version })))

  it('finds each of its versions by each of its names', () => {
    for (const { family, version } of versions) {
      for (const match of version.matches) {
        const name = match.replaceAll('*', '-x-')
        const id = name.includes('/') ? name : `${family.organizations[0] ?? 'someone'}/${name}`
        expect.soft(findModel(knowledge, id)?.version.name, `${family.family}: ${match}`).toBe(version.name)
      }
    }
  })

  it('has every name once', () => {
    const matches = versions.flatMap(({ version }) => version.matches)
    expect(matches.filter((match, at) => matches.indexOf(match) !== at)).toEqual([])
  })

  it('names known bases that are found in turn', () => {
    for (const { version } of versions) {
      if (version.base) expect.soft(findModel(knowledge, version.base.model), version.base.model).not.toBeNull()
    }
  })
})
