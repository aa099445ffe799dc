import type { ClauseKind, FoundClause } from '../clause.ts'
import { BAN_WORDS, BANS, isBanned, isOwed, OWES } from '../mood.ts'
import { has, run, runs } from '../nearby.ts'

const TELL =
  /\b(?:make (?:\w+ )?public|made public|public|show|post|announc|disclos|publish|releas|report|shar|communicat)\w*\b|披露|发布|公开/
const TESTS =
  /\b(?:benchmark\w*|evaluations?(?: of the \w+)?|performance (?:tests?|results|data)|test(?:ing)? results|comparative tests?|comparisons?|measurements?|red[- ]team\w*|evals?|scores?|tests? or benchmark\w*|reports associated)\b|基准测试|评测结果|测试结果|\b(?:comparative measurements|benchmark numbers|results of (?:performance )?tests)\b|\bresults? (?:obtained|produced|achieved) (?:with|using|from)\b/
const NOT_TOLD =
  /\b(?:may|must|shall|can) (?:not )?(?:only )?be (?:\w+ ){0,2}?(?:published|made public|disclosed|shared|released)(?: to anyone)? (?:only|unless|without (?!asking|permission|limit|restriction)|if|after)|\b(?:may|must|shall|can) not be (?:\w+ )?(?:made public|published|disclosed|shared|released)\b/
const NAME =
  /\b(?:sentence|statement|contain\w* (?:the )?(?:words|sentence)|mention|thank|acknowledg|cit(?:e|es|ing|ation)|credit|attribut|referenc)\w*\b|引用|致谢|\b(?:name|注明|thank)\b|注明|标注|致谢/
const PAPER =
  /\b(?:publications?|papers?|articles?|presentations?|publish(?:ed|ing)? (?:\w+ )?(?:results|research)|scientific|academic works?)\b|论文|出版物|发表|学术成果|\b(?:scientific works|manuscripts?)\b|\bpublic (?:release|releases|presentation)s? of\b|\boutcomes\b/
const REPORT = /\b(?:submit|provid|complet|report|add|deliver)\w*\b/
const TO_LICENSOR =
  /\b(?:sent to us|send (?:us|it to us|a copy)|impact reports?|explanatory documentation|usage reports?|results of (?:your|the) (?:research|use) to (?:us|the licensor|licensor)|reports? (?:to|with) (?:us|the licensor|licensor))\b/

/** "if you use it in your research, you must: - cite the corpus (2019)" */
const CITE_THE =
  /\bcite (?:the |this |our |these )(?:[\w-]+ ){0,3}?(?:data ?sets?|corpus|corpora|paper|work|model|weights|repository|project|article|publication|software)\b/
const RESEARCH = /\bin (?:your|any|a|their) (?:\w+ )?(?:research|studies|study|work|experiments?|publications?)\b/
const BE_TOLD = /\b(?:shall|may|must|can) (?:not )?be (?:published|disclosed|made public|released|shared)\b/

/** "publication of results is permitted, provided that you acknowledge the model" */
const IF_NAMED =
  /\b(?:provided(?: that)?|as long as|on condition that|only if|so long as) (?:you|they|it|the \w+)\b[^.;]{0,30}\b(?:acknowledg|cit|credit|nam|mention|referenc)(?:e|es|s|ing)?\b/

/** "fill in the blanks of this statement, with the year of the first publication" */
const TO_FILL = /\bfill in (?:the |all )?(?:blanks?|brackets)\b/
/** "you will be given credit on our site" */
const TO_YOU = /^you (?:will|shall|may) be (?:given|credited|acknowledged|thanked|listed)\b/
/** "any publication that is based in whole or in part on the work must include a citation" */
const ANY_PAPER =
  /^(?:any|all|every|each) (?:\w+ ){0,2}?(?:publications?|papers?|articles?|presentations?|manuscripts?|reports?)\b/
const MUST = /\b(?:must|shall|ha(?:s|ve) to|needs? to|(?:is|are) (?:required|obliged) to)\b/
/** "any paper that results must: - credit the authors" */
const PAPER_LEADS =
  /\b(?:publications?|papers?|articles?|presentations?|manuscripts?)\b[^.;]{0,120}:$|(?:论文|出版物|学术成果)[^。；]{0,60}[:：]$/

/** "send us your paper before you publish it" */
const SENT = /\b(?:send|furnish|submit|provide|supply|forward|show)\b|\bsent\b/
const BEFORE_PUBLISHING =
  /\b(?:before|prior to) (?:\w+ ){0,3}?(?:publi\w+|submission|submitting|you publish|release)\b|\bbe sent to us\b|\bbefore (?:it is |they are )?(?:submission|submitted|publication|published)\b/
const MANUSCRIPT = /\b(?:manuscripts?|papers?|articles?|drafts?|publications?|a copy)\b|论文/
/** "shall provide a report describing the usefulness" */
const GIVES_REPORT =
  /\b(?:provide|submit|send|furnish|deliver|make)s? (?:a |an |the |us |periodic |regular )+(?:[\w-]+ ){0,2}?reports? (?:describing|on|of|about|concerning|to the (?:owner|licensor|company|provider|authors?))\b/
/** "may only share the results with the company" */
const ONLY_WITH =
  /\b(?:may|can|must|shall|will) only (?:share|disclose|report|communicate|send|discuss) (?:\w+ ){0,3}?(?:results|findings|reports?|scores|them|vulnerabilities|observations) (?:with|to) (?:us|the \w+|licensor|[a-z]+)\b|\b(?:share|disclose|report|communicate) (?:\w+ ){0,3}?(?:results|findings|reports?|scores|vulnerabilities) (?:only|solely|exclusively) (?:with|to)\b/
/** "keep benchmark numbers to yourself", "results of tests are confidential" */
const SECRET =
  /\bto yourself\b|\b(?:is|are|remain) (?:strictly )?confidential\b|\bmay not be made public\b|\bnot be (?:published|disclosed|made public)\b/

/** Publications must name or report to the licensor, or may not disclose test results. */
export const pubAckOrGag = {
  id: 'pub.ack_or_gag',
  name: 'Publication duty or gag',
  looksFor: 'A ban on publishing benchmark results, a duty to acknowledge in publications, or a duty to report.',
  falseFriends: 'A request to cite ("please cite"), and keeping notices with copies.',
  against: ['study'],
  reaches: ['copies', 'modified', 'adapter', 'outputs'],
  weighs: 'asks',
  keywords:
    'benchmark benchmarks benchmarking evaluation evaluations performance test testing tests publication publications paper papers article articles publish published presentations report reports documentation 基准测试 评测 测试结果 论文 出版物 发表 manuscript numbers measurements comparative works acknowledgements confidential results findings scores vulnerabilities release releases outcomes cite obtained'.split(
      ' ',
    ),
  also: [
    'name',
    'before',
    'yourself',
    'only',
    'solely',
    'exclusively',
    'confidential',
    '注明',
    ...BAN_WORDS,
    ...'acknowledg cite cites citing citation credit attribut referenc report documentation results 引用 致谢'.split(
      ' ',
    ),
  ],
  ways: [
    [BANS, TELL, TESTS],
    [TESTS, BE_TOLD],
    [TESTS, NOT_TOLD],
    [OWES, NAME, PAPER],
    [OWES, REPORT, TO_LICENSOR],
    [SENT, MANUSCRIPT, BEFORE_PUBLISHING],
    [TESTS, SECRET],
    [ONLY_WITH],
    [OWES, GIVES_REPORT],
    [PAPER, IF_NAMED],
    [CITE_THE],
  ],
  find(passage): FoundClause | null {
    const text = passage.lower
    if (TO_YOU.test(text) || has(text, TO_FILL)) return null
    for (const told of runs(text, 60, TELL, TESTS))
      if (isBanned(passage, told.start)) return { mode: 'ban', at: told.start, parameters: { what: 'gag' } }
    for (const kept of runs(text, 60, TESTS, BE_TOLD))
      if (isBanned(passage, kept.end)) return { mode: 'ban', at: kept.start, parameters: { what: 'gag' } }
    for (const kept of runs(text, 40, TESTS, NOT_TOLD))
      return { mode: 'ban', at: kept.start, parameters: { what: 'gag' } }
    const named = [...runs(text, 100, NAME, PAPER), ...runs(text, 100, PAPER, NAME)]
    for (const found of named) {
      if (passage.language === 'zh' && !has(text, /模型|数据|本项目|软件|报告|文献|我们/)) continue
      if (
        isOwed(passage, found.start) ||
        (PAPER.test(found.parts[0]?.words ?? '') && isOwed(passage, found.parts[1]?.at ?? 0))
      )
        return { mode: 'duty', at: found.start, parameters: { what: 'acknowledgement' } }
    }
    const any = ANY_PAPER.test(text) ? run(text, 240, ANY_PAPER, MUST, NAME) : null
    if (any && isOwed(passage, any.parts[2]?.at ?? any.end))
      return { mode: 'duty', at: any.start, parameters: { what: 'acknowledgement' } }
    const led = PAPER_LEADS.test(passage.lead) ? run(text, 0, NAME) : null
    if (led && isOwed(passage, led.start))
      return { mode: 'duty', at: led.start, parameters: { what: 'acknowledgement' } }
    const cited = run(text, 0, CITE_THE)
    if (cited && isOwed(passage, cited.start) && (RESEARCH.test(passage.lead) || RESEARCH.test(text)))
      return { mode: 'duty', at: cited.start, parameters: { what: 'acknowledgement' } }
    const allowed = run(text, 240, PAPER, IF_NAMED)
    if (allowed) return { mode: 'duty', at: allowed.start, parameters: { what: 'acknowledgement' } }
    const sent = run(text, 90, SENT, MANUSCRIPT) ?? run(text, 90, MANUSCRIPT, SENT)
    if (sent && has(text, BEFORE_PUBLISHING) && (isOwed(passage, sent.start) || isOwed(passage, sent.end)))
      return { mode: 'duty', at: sent.start, parameters: { what: 'report' } }
    const report = run(text, 0, GIVES_REPORT)
    if (report && isOwed(passage, report.start))
      return { mode: 'duty', at: report.start, parameters: { what: 'report' } }
    const only = run(text, 0, ONLY_WITH)
    if (only) return { mode: 'ban', at: only.start, parameters: { what: 'gag' } }
    const secret = run(text, 80, TESTS, SECRET)
    if (secret) return { mode: 'ban', at: secret.start, parameters: { what: 'gag' } }
    for (const reported of runs(text, 60, REPORT, TO_LICENSOR))
      if (isOwed(passage, reported.start)) return { mode: 'duty', at: reported.start, parameters: { what: 'report' } }
    return null
  },
  examples: {
    found: [
      {
        text: 'Any publication or research, academic or otherwise, that is based in whole or in part on the Materials or on the use of the Materials must include a citation to the Materials.',
        mode: 'duty',
      },
      { text: '使用本软件产生的论文必须：\n(a) 致谢开发者；\n(b) 引用参考文献。', mode: 'duty' },
      { text: 'Results obtained with the model must not be published without permission.', mode: 'ban' },
      {
        text: 'If you use the voices in your research, you must:\na) Cite the Heron dataset (2031);\nb) cite this work.',
        mode: 'duty',
      },
      { text: 'The Evaluator shall provide a short report describing how useful the software was.', mode: 'duty' },
      { text: 'You will cite the dataset in any public release of your work.', mode: 'duty' },
      { text: 'You may run adversarial tests but may only share the findings with the Company.', mode: 'ban' },
      {
        text: "By engaging with the dataset, you commit to acknowledging the authors' papers in any publications.",
        mode: 'duty',
      },
      { text: 'All publications must be sent to the data owner before submission.', mode: 'duty' },
      { text: 'For research papers, cite our preferred publication as listed on our website.', mode: 'duty' },
      {
        text: 'Publication of results in papers is permitted, provided that you reasonably acknowledge Heron.',
        mode: 'duty',
      },
      {
        text: 'You may not disclose any evaluation or benchmark results of the Model.',
        mode: 'ban',
        parameters: { what: 'gag' },
      },
      {
        text: 'You must acknowledge Heron Labs in every publication that uses the Data.',
        mode: 'duty',
        parameters: { what: 'acknowledgement' },
      },
      {
        text: 'You shall submit an impact report to the Licensor each year.',
        mode: 'duty',
        parameters: { what: 'report' },
      },
      { text: '您在论文中必须引用本模型。', mode: 'duty' },
    ],
    left: [
      'Fill in the blanks in the following statement, including the name of your software and the year of its first publication.',
      'Use is permitted provided that the following conditions are met:\n1. You tell us of your additions.\n2. You will be given an acknowledgement on our site.',
      'Please cite the Heron dataset in your research.',
      'The team will publish a report on the model.',
      'You may share your results with anyone.',
      'Please cite our paper if you use the Model.',
      'You may publish benchmark results.',
      'The paper reports benchmark results for all sizes.',
    ],
  },
} satisfies ClauseKind
