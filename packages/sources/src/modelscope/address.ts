import { invalid } from '@unwash/core/error'
import { stepsOf, webAddress } from '../web-address.ts'

const HOME = 'https://www.modelscope.cn'
const HOSTS = new Set(['modelscope.cn', 'www.modelscope.cn', 'modelscope.ai', 'www.modelscope.ai'])
/** the branch that its client asks for where none is named */
export const BRANCH = 'master'
const MODELSCOPE_NAME = /^[A-Za-z0-9][\w.-]{0,95}$/

/** A model, as a target names it. */
export interface ModelscopeAddress {
  readonly endpoint: string
  readonly id: string
  readonly revision: string
}

/** Reads a target as a model there; null when it is none. `MODELSCOPE_ENDPOINT` names another place that speaks so. */
export function readAddress(target: string, environment: NodeJS.ProcessEnv = process.env): ModelscopeAddress | null {
  const endpoint = (environment.MODELSCOPE_ENDPOINT?.trim() || HOME).replace(/\/+$/, '')
  if (target.startsWith('ms:')) {
    const [id = '', revision = BRANCH] = target.slice('ms:'.length).split('@')
    if (isId(id) && /^[\w./-]{1,200}$/.test(revision)) return { endpoint, id, revision }
    throw invalid('no model at ModelScope is named by', target, 'give ms:org/model or ms:org/model@revision')
  }
  const url = webAddress(target)
  const own = URL.canParse(endpoint) && url?.host === new URL(endpoint).host
  if (url === null || !(HOSTS.has(url.host) || own)) return null
  const [kind, org, name, verb, revision] = stepsOf(url)
  if (kind !== 'models' || !isId(`${org}/${name}`)) return null
  const at = verb && /^(?:resolve|file|tree)$/.test(verb) && revision && revision !== 'view' ? revision : BRANCH
  return { endpoint: own ? endpoint : `https://${url.host}`, id: `${org}/${name}`, revision: at }
}

const isId = (id: string) => /^[^/]+\/[^/]+$/.test(id) && id.split('/').every(name => MODELSCOPE_NAME.test(name))
