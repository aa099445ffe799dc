import type { ClauseKind } from '../clause.ts'
import { moodAt } from '../mood.ts'
import { first, has } from '../nearby.ts'
import { type Metric, thresholdIn } from '../thresholds.ts'

const METRICS: readonly Metric[] = [
  {
    name: 'employees',
    words:
      /\bemployees\b|员工人数|\bpersonnel\b|\bfull[- ]time\b|\bindividuals working\b|\bstaff\b|\bhead ?count\b|\bworkforce\b|\bworkers\b|\b(?:teams?|groups?|studios?|companies|organi[sz]ations) of (?=$|up to|fewer|less|at most|no more|under|more than)|\bpayroll\b|\bin (?:its|his|their) employ\b|\bemploy(?:s|ing)\b|\bpeople (?:employed|on (?:its|the) payroll)\b|员工|雇员|职工|从业人员/,
  },
  {
    name: 'devices',
    words:
      /\b(?:devices|units|endpoints|machines|terminals|vehicles|robots|appliances|handsets|consoles|computers|workstations|copies)\b|设备|终端|台/,
  },
  { name: 'seats', words: /\bseats?\b|\bdevelopers\b|\bengineers\b|\bnamed users\b|席位|开发者/ },
  {
    name: 'GPUs',
    words:
      /\bgpus?\b|\baccelerators\b|\bgraphics processing units\b|\bcpus?\b|\bcores\b|\baccelerators?(?: cards?)?\b|\b(?:graphics|gpu) cards?\b|\bprocessors?\b|显卡|处理器|张卡/,
  },
  {
    name: 'instances',
    words:
      /\b(?:instances|servers|nodes|deployments|installations|installs|sites|locations|virtual machines|containers)\b|服务器|节点|实例/,
  },
  { name: 'parameters', words: /\bparameters\b/ },
  {
    name: 'API calls',
    words: /\b(?:api |inference )?(?:calls|(?<!\b(?:who|that) )requests|queries|tokens|inferences)\b|调用|请求|次/,
  },
]
const SEATS: ReadonlySet<string> = new Set(['user', 'seat', 'developer'])
/** what the work needs to run, not what its user may do */
const HARDWARE =
  /\d ?gb\b|\bram\b|\bprompts?\b|\bsequences?\b|\bautocast\b|\bsharding\b|\bdegrad\w+|\bparallel\w*|\b(?:memory|vram|gb|gib|nvidia|cuda|inference (?:speed|on)|runs? on|train(?:ed|ing) on|requires? (?:at least )?\d|context|batch|latency|throughput)\b|显存|训练/
const LICENSED =
  /\b(?:licen[cs]e[ds]?|licen[cs]ee|rights?|grant\w*|permission|permitted|authori[sz]ed|agreement|compan(?:y|ies)|entit(?:y|ies)|organi[sz]ations?|commercial\w*|you|your)\b|许可|授权|协议|企业|公司|单位|您|\bi (?:will|shall|agree|undertake|confirm)\b|\b(?:grant|use the model|licensee|install(?:ation|ed|s)?)\b|被授权|授权人/

/** what a manual counts too, so that a sentence must speak of rights to count it */
const TECHNICAL: ReadonlySet<string> = new Set(['GPUs', 'parameters', 'API calls'])
const TERMS =
  /\b(?:licen[cs]\w*|grant\w*|permission|permitted|agree\w*|undertake|compan(?:y|ies)|entit(?:y|ies)|organi[sz]ations?|commercial\w*|(?:may|shall|must|will) not|not exceed|you may (?:only )?(?:run|use|install|execute|deploy|make)|free (?:of charge|tier|use)|fees?)\b|许可|授权|协议|企业|公司|单位|不得/

/** staff named among the users that are counted */
const AMONG_USERS =
  /(?:用户|成员)(?:总?数|人数)?[（(][^）)]{0,60}(?:员工|雇员)|\b(?:users|people|persons)(?: in total)? ?[(,] ?(?:including|counting|whether) [^).;]{0,60}\b(?:employees|staff)\b/

/** "copies numbering more than 100 must include the source": how copies are made, not how many one may make */
const OF_COPIES =
  /\bcopies\b[^.;]{0,90}\b(?:must|shall) (?:either )?(?:include|state|enclose|put|carry|bear|make|be accompanied|come with)\b/

/** "licensed for a single user", which is a seat */
const SINGLE =
  /\b(?:limited to|restricted to|granted (?:to|for)|licen[cs]ed (?:to|for)|for use (?:by|on)|on|right to use (?:it |the \w+ )?on) (?:only )?(?:a|one) (?:\(1\) )?single[- ](?:named )?(user|seat|developer|computer|machine|device|workstation|server|installation|cpu|instance)\b|\bsingle[- ](user|seat|developer|computer|machine|device)\b[^.;]{0,50}\b(?:licen[cs]e|right)\b|\b(?:install(?:ation|ed)?|use[ds]?|run) (?:it |this \w+ |the \w+ )?(?:is (?:permitted|allowed) )?(?:only )?on (?:only )?one (user|seat|developer|computer|machine|device|workstation|server)\b|\bone (?:\w+ )?licen[cs]e (?:is (?:needed|required) )?(?:per|for each|for every) (?:user|seat|developer|computer|machine|device|workstation|server|installation)\b/

/** A limit of size other than users and money: employees, devices, seats, processors. */
export const scaleOther = {
  id: 'scale.other',
  name: 'Other scale limits',
  looksFor:
    'A number of employees, devices, seats, processors or API calls above which rights end or need another license.',
  falseFriends: 'What hardware the work needs ("at least 8 GPUs"), how it was trained, rate limits of a hosted demo.',
  against: ['use', 'share'],
  reaches: ['copies', 'modified', 'adapter'],
  weighs: 'blocks',
  keywords:
    'employees personnel individuals staff headcount workforce workers payroll employs devices units endpoints machines terminals vehicles robots consoles appliances computers workstations seats developers engineers gpu gpus accelerators cpu cpus cores processors instances servers nodes deployments installations sites calls requests queries tokens 员工 职工 处理器 请求 雇员 设备 终端 席位 显卡 服务器 节点 实例 调用 parameters user seat computer machine single processing graphics employ teams team group groups studio'.split(
      ' ',
    ),
  find(passage, context) {
    const text = passage.lower
    if (
      !has(
        text,
        /\b(?:single|one)\b|\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|hundred|thousand|million)\b|[一二两三四五六七八九十百千万亿]/,
      )
    )
      return null
    const single = first(text, SINGLE)
    if (single !== null && has(text, LICENSED))
      return {
        mode: 'grant',
        parameters: {
          metric: SEATS.has(single[1] ?? single[2] ?? single[3] ?? /(?:user|seat|developer)/.exec(single[0])?.[0] ?? '')
            ? 'seats'
            : 'devices',
          over: 1,
          affiliates: false,
          consequence: 'no license above',
        },
        at: single.index,
      }
    if (
      has(text, HARDWARE) ||
      has(text, AMONG_USERS) ||
      has(text, OF_COPIES) ||
      !(has(text, LICENSED) || has(passage.lead, LICENSED))
    )
      return null
    const found = thresholdIn(passage, context, METRICS, amount => amount.currency === undefined, 64)
    if (
      found !== null &&
      TECHNICAL.has(String(found.parameters?.metric)) &&
      !has(text, TERMS) &&
      !has(passage.lead, TERMS)
    )
      return null
    return found === null || moodAt(passage, found.at ?? 0)?.mode === 'plea' ? null : found
  },
  examples: {
    found: [
      {
        text: '| Free | < 1,500 employees | Covered by the free grant |',
        mode: 'grant',
        parameters: { metric: 'employees', over: 1500, affiliates: false, consequence: 'no license above' },
      },
      {
        text: 'Commercial use is allowed as long as it is limited to teams of 10 or fewer individuals.',
        mode: 'grant',
        parameters: { metric: 'employees', over: 10, affiliates: false, consequence: 'no license above' },
      },
      { text: 'One license per computer.', mode: 'grant' },
      { text: '| Community | organisations with fewer than 100 employees only |' },
      { text: 'Licensee may execute the Software on no more than four (4) graphics processing units at any one time.' },
      {
        text: 'The licence shall not avail any company having in its employ more than three hundred persons.',
        mode: 'ban',
      },
      { text: '| Community | organisations with fewer than 100 employees only |' },
      { text: 'The license granted to use this software is limited to a single user.', mode: 'grant' },
      { text: 'You may install the program on one single computer under this license.', mode: 'grant' },
      {
        text: 'You may not install the Software on more than 500 devices without a separate license from Heron Labs.',
        mode: 'ban',
      },
      {
        text: 'This license applies only if your company has fewer than 100 employees and contractors.',
        parameters: { metric: 'employees', over: 100, affiliates: false, consequence: 'no license above' },
      },
      { text: '员工人数超过200人的企业须另行申请商业授权。', mode: 'ban' },
    ],
    left: [
      'If you publish printed copies numbering more than 100, you must enclose them in covers that carry these texts.',
      'Make the documentation available to users without charge for at least three years to anyone who requests it.',
      '本许可仅适用于用户总数（包括员工和成员）不超过20人的组织。',
      'This license covers up to 40 users, including employees and guests.',
      'A single user may be asked to log in again.',
      'The model fits on a single device with 8 GB.',
      'Inference needs at least 8 GPUs with 80 GB of memory each.',
      'The model was trained on more than 2,000 GPUs.',
      'Heron Labs has over 300 employees.',
    ],
  },
} satisfies ClauseKind
