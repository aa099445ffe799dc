import { BlockBuilder } from './builder.ts'
import type { Block } from './document.ts'

const TIMES = /^\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s+-->/
/** marks within a cue: voices, italics, times of single words */
const MARKS = /<\/?(?:v|c|i|b|u|lang|ruby|rt|font)\b[^<>]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^{}]{0,40}\}/gi
const VOICE = /^\s*<v(?:\.[^\s<>]{1,40})?\s+([^<>]{1,80})>/i
/** who speaks next in front of what is said: a name and a colon */
const CHANGE = /^\s*(?:-\s|>>)/
/** cues without a full stop that are still taken for one paragraph; recognized speech often has none */
const MOST_CUES = 12

/** Reads a WebVTT or SubRip transcript: cues that go on within a sentence become one paragraph, each line its own. */
export function readTranscript(lines: readonly string[]): Block[] {
  const builder = new BlockBuilder()
  let cues = 0
  let speaker = ''
  let inCue = false
  let skipping = false
  for (const [index, raw] of lines.entries()) {
    const text = raw.trim()
    if (text === '') {
      inCue = false
      skipping = false
      continue
    }
    if (/^(?:NOTE|STYLE|REGION)\b/.test(text) && !inCue) skipping = true
    if (skipping || /^\uFEFF?WEBVTT\b/.test(text)) continue
    if (TIMES.test(text)) {
      inCue = true
      cues++
      continue
    }
    // the number or name of a cue stands before its times
    if (!inCue) continue
    const voice = VOICE.exec(text)?.[1] ?? speaker
    if (cues > MOST_CUES || voice !== speaker || CHANGE.test(text)) {
      builder.begin('paragraph', index + 1)
      cues = 1
    }
    speaker = voice
    const said = text.replace(MARKS, '').replace(CHANGE, '')
    builder.text(`${said} `, index + 1)
    if (/[.!?。！？]["”»」]?\s*$/.test(said)) {
      builder.end()
      cues = 0
    }
  }
  return builder.finish()
}
