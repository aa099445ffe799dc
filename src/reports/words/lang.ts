/** scripts that tell their language, the telling ones first; Latin letters tell none */
const SCRIPTS = [
  [/[\u3040-\u30ff]/, 'ja'],
  [/[\uac00-\ud7af]/, 'ko'],
  [/[\u4e00-\u9fff]/, 'zh'],
  [/[\u0400-\u04ff]/, 'ru'],
  [/[\u0600-\u06ff]/, 'ar'],
] as const

/** The language of quoted words as an attribute has it, where their script tells it; undefined elsewhere. */
export const langOf = (words: string): string | undefined => SCRIPTS.find(([script]) => script.test(words))?.[1]
