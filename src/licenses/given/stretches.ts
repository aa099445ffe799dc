import { type Block, readDocument } from '../../documents/index.ts'
import { anyOf } from '../../text/patterns.ts'

/** The first and last line of a part of a text, 1-based. */
export type Stretch = readonly [from: number, to: number]

/** a part of a card that tells what one may do with what it describes */
const HEADING = anyOf(
  /\blicen[cs](?:e|es|ing)\b|\bterms\b|\blegal\b|\bcopyright\b/i,
  /\b(?:acceptable|prohibited|restricted|forbidden|unacceptable|permitted) us(?:e|es|age)\b/i,
  /\bus(?:e|age) (?:polic(?:y|ies)|restrictions?|limits|conditions|rules)\b|\brestrictions\b|\bmisuse\b/i,
  /\bdisclaimers?\b|\bpermissions?\b|\bagreement\b|许可|协议|版权|授权|使用(?:限制|条款|规范|须知)|声明|免责/i,
)
/** what speaks of a license or of the terms on which a work is had; a driver has a license too */
const OF_LICENSES = anyOf(
  new RegExp(
    String.raw`(?<!\b(?:driver'?s?|drivers'|driving|vehicle|plate|liquor|medical|business) )` +
      String.raw`\blicen[cs](?:e[sd]?|ing|ees?|ors?)\b(?! (?:plates?|numbers?))`,
    'i',
  ),
  /\bterms (?:of (?:use|service)|and conditions)\b|\bcopyright(?:ed|s)?\b|\ball rights reserved\b/i,
  /\b(?:acceptable |prohibited )?use polic(?:y|ies)\b/i,
  /\b(?:written|prior|our|without|explicit) (?:\w+ )?(?:permission|consent)\b/i,
  /\bnon-?commercial(?:ly)?\b/i,
  /\bcommercial(?:ly)? (?:us(?:e|age|ed)|purposes?|applications?|products?|services?|deployments?)\b/i,
  /\bcommercial(?:ly)? (?:licensing)\b|\buse[ds]? commercially\b|\bmonthly active users\b/i,
  /\bredistribut\w+\b|\battribution\b|许可|授权|商用|商业(?:用途|使用|目的)|版权|非商业/i,
  /仅(?:限|供|用于)[^。；]{0,16}(?:研究|学术|学习|个人)|使用条款|用户协议/i,
)
/** for what alone it may be used */
const PURPOSE = anyOf(
  /\b(?:academic|research|educational|evaluation|personal) (?:use|purposes?)(?: and \w+)? only\b/i,
  /\bonly (?:be used )?for (?:\w+[ ,]+){0,3}?(?:research|academic|educational|personal)\b/i,
  /\bresearch[- ](?:purposes?[- ])?only\b/i,
)
/** what forbids or asks, of what is released here */
const BINDS = anyOf(
  /\b(?:you|users?|licensees?|anyone|nobody|no one) (?:may|must|shall|can|should) (?:not |only )/i,
  /\byou (?:may|must|shall|agree)\b/i,
  /\b(?:is|are) (?:strictly |expressly |explicitly )?(?:prohibited|forbidden)\b/i,
  /\b(?:is|are) (?:strictly |expressly |explicitly )?(?:not (?:permitted|allowed))\b/i,
  /\b(?:must|may|shall) (?:not|only) be (?:used|shared|distributed|modified|deployed|sold)\b/i,
  /\b(?:do not|don't|never) (?:use|share|distribute|upload|sell|deploy) (?:this|the|these|our|it|any)\b/i,
  /\bby (?:using|downloading|accessing)\b[^.;]{0,60}\byou\b|不得|禁止|严禁|请勿|勿将|须遵守/i,
)
const OF_THE_WORK = anyOf(
  /\b(?:models?|weights|checkpoints?|datasets?|data|corpus|outputs?|software|repository|project)\b/i,
  /\b(?:release|materials|it|them)\b|模型|权重|数据集?|输出|软件|项目|代码/i,
)
/** what is told of how a program runs, in the words of a ban */
const OF_RUNNING = anyOf(
  /\b(?:install|upgrade|pip|conda|cuda|gpus?|vram|docker|server|batch|token(?:s|izer)?|arguments?)\b/i,
  /\b(?:parameters?|flags?|config\w*|functions?|checkpoint path|command|script|build|compile|api key)\b/i,
  /`/i,
)

const isLegal = (text: string): boolean =>
  OF_LICENSES.test(text) ||
  ((PURPOSE.test(text) || (BINDS.test(text) && OF_THE_WORK.test(text))) && !OF_RUNNING.test(text))

/**
 * The parts of a card or README that state terms: sections under such a heading, and paragraphs, list items and rows
 * that speak of a license or bind whoever uses what is released. How a program is installed and run binds nobody.
 */
export function legalStretches(path: string, content: string): readonly Stretch[] {
  const { blocks } = readDocument({ path, content, encoding: 'utf-8', truncated: false })
  const kept = new Set<Block>()
  /** by its words, the latest heading */
  const headings = new Map<string, Block>()
  for (const block of blocks) {
    if (block.kind === 'heading') headings.set(block.text, block)
    if (block.kind === 'heading' || block.kind === 'code') continue
    const led = block.lead !== undefined && isLegal(block.lead)
    if (!led && !isLegal(block.text) && !block.headings.some(heading => HEADING.test(heading))) continue
    for (const words of block.headings) {
      const heading = headings.get(words)
      if (heading !== undefined) kept.add(heading)
    }
    kept.add(block)
  }
  return blocks.filter(block => kept.has(block)).map(({ line, endLine }) => [line, endLine] as const)
}
