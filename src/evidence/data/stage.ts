import type { DataStage } from '../../vocabulary.ts'

const FIRST =
  /\bpre-?train\w*|\bmid-?train\w*|预训练|預訓練|事前学習|사전 ?학습|pré-?entra[iî]n|vortrainier|preentren|pré-?trein/i
const PREFERENCE =
  /\b(?:preferences?|rlhf|rlaif|dpo|ppo|grpo|kto|orpo|reward(?:s| models?| modell?ing)?|human feedback)\b|偏好|奖励模型|선호/i
const LATER =
  /\b(?:post-?train\w*|fine-?tun\w*|sft|instruct\w*|align\w*|chat|conversations?|dialogues?)\b|微调|对齐|指令|ファインチューニング|미세 ?조정|파인 ?튜닝|affin(?:é|age)|feinabgestimmt|ajuste fino/i

/** Which training a sentence speaks of: its own words count before those of its chapter. */
export function stageOf(sentence: string, context: string): DataStage {
  return inWords(sentence) ?? inWords(context) ?? 'training'
}

function inWords(text: string): DataStage | null {
  if (FIRST.test(text)) return 'pre-training'
  if (PREFERENCE.test(text)) return 'preference'
  return LATER.test(text) ? 'post-training' : null
}
