import type { ClauseKind } from '../clause.ts'
import { moodAt } from '../mood.ts'
import { has } from '../nearby.ts'
import { type Metric, thresholdIn } from '../thresholds.ts'

const METRICS: readonly Metric[] = [
  {
    name: 'employees',
    words: /\bemployees\b|\bpersonnel\b|\bfull[- ]time\b|\bindividuals working\b|\bstaff\b|员工|雇员/,
  },
  { name: 'devices', words: /\b(?:devices|units|endpoints|machines|terminals|vehicles|robots)\b|设备|终端|台/ },
  { name: 'seats', words: /\bseats\b|\bdevelopers\b|席位/ },
  { name: 'GPUs', words: /\bgpus?\b|\baccelerators\b|\bcpus?\b|\bcores\b|显卡/ },
  { name: 'instances', words: /\b(?:instances|servers|nodes|deployments|installations)\b|服务器|节点|实例/ },
  { name: 'API calls', words: /\bapi calls\b|调用次数/ },
]
/** what the work needs to run, not what its user may do */
const HARDWARE =
  /\b(?:memory|vram|gb|gib|nvidia|cuda|inference (?:speed|on)|runs? on|train(?:ed|ing) on|requires? (?:at least )?\d|context|batch|latency|throughput)\b|显存|训练/
const LICENSED =
  /\b(?:licen[cs]e[ds]?|licen[cs]ee|rights?|grant\w*|permission|permitted|authori[sz]ed|agreement|company|entity|organi[sz]ation|commercial\w*|you|your)\b|许可|授权|协议|企业|公司|单位|您/

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
    'employees personnel individuals staff devices units endpoints machines terminals vehicles robots seats developers gpu gpus accelerators cpu cpus cores instances servers nodes deployments installations calls 员工 雇员 设备 终端 席位 显卡 服务器 节点 实例 调用'.split(
      ' ',
    ),
  find(passage, context) {
    const text = passage.lower
    if (!/\d|\b(?:ten|twenty|thirty|forty|fifty|hundred|thousand|million)\b|[百千万亿]/.test(text)) return null
    if (has(text, HARDWARE) || !has(text, LICENSED)) return null
    const found = thresholdIn(passage, context, METRICS, amount => amount.currency === undefined, 25)
    return found === null || moodAt(passage, found.at ?? 0)?.mode === 'plea' ? null : found
  },
  examples: {
    found: [
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
      'Inference needs at least 8 GPUs with 80 GB of memory each.',
      'The model was trained on more than 2,000 GPUs.',
      'Heron Labs has over 300 employees.',
    ],
  },
} satisfies ClauseKind
