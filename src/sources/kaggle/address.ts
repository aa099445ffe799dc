import { UnwashError } from '../error.ts'
import { stepsOf, webAddress } from '../web-address.ts'

/** A variation of a model at Kaggle, as a target names it. */
export interface Address {
  /** where it and its API are, without a slash at the end */
  readonly endpoint: string
  readonly owner: string
  readonly model: string
  readonly framework: string
  readonly variation: string
  /** null for the newest */
  readonly version: number | null
}

const HOME = 'https://www.kaggle.com'
const PAGES = new Set(['kaggle.com', 'www.kaggle.com'])
const SLUG = /^[A-Za-z0-9][\w.-]{0,99}$/

/**
 * Reads `kaggle:owner/model/framework/variation`, with a version behind where one is meant, and the pages of
 * variations;
 * null for any other target. `KAGGLE_API_ENDPOINT` names another place, as it does to kagglehub.
 */
export function readAddress(target: string, environment: NodeJS.ProcessEnv = process.env): Address | null {
  const endpoint = (environment.KAGGLE_API_ENDPOINT?.trim() || HOME).replace(/\/+$/, '')
  if (target.startsWith('kaggle:')) {
    const address = addressOf(endpoint, target.slice('kaggle:'.length).split('/'))
    if (address !== null) return address
    const todo = 'give kaggle:owner/model/framework/variation, as its page has it for download'
    throw new UnwashError('no variation of a model at Kaggle is named by', target, todo)
  }
  const url = webAddress(target)
  const own = URL.canParse(endpoint) && url?.origin === new URL(endpoint).origin
  if (url === null || !(PAGES.has(url.host) || own)) return null
  const [kind, ...steps] = stepsOf(url)
  if (kind !== 'models') return null
  const address = addressOf(own ? endpoint : HOME, steps.slice(0, 5))
  if (address !== null || steps.length < 2) return address
  const todo = `give one of its variations, as kaggle:${steps.slice(0, 2).join('/')}/FRAMEWORK/VARIATION`
  throw new UnwashError('a model with variations, and none of them, is at', target, todo)
}

function addressOf(endpoint: string, steps: readonly string[]): Address | null {
  const [owner = '', model = '', framework = '', variation = '', version] = steps
  const named = [owner, model, framework, variation].every(step => SLUG.test(step)) && steps.length <= 5
  if (!named || !(version === undefined || /^[1-9]\d{0,8}$/.test(version))) return null
  return { endpoint, owner, model, framework, variation, version: version === undefined ? null : Number(version) }
}
