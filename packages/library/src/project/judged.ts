import { limitTo } from '@unwash/core/at-once'
import { groupReferences, type UsedGroup } from '@unwash/project/groups'
import { judgeProject } from '@unwash/project/project'
import { reachHub } from '@unwash/sources/hub/endpoint'
import { auditUsed, type Lookup } from './audit-used.ts'
import { readInThread } from './reading.ts'

/** Finds, audits and judges what a code base uses; no gate is asked. */
export async function judgedProject(target: string, lookup: Lookup) {
  const { read, found, audited } = await readAll(target, lookup)
  return { judged: judgeProject(read, found, audited, lookup.known, lookup.on), audited }
}

async function readAll(target: string, lookup: Lookup) {
  const { read, found } = await readInThread(target, lookup.signal, undefined, lookup.fences)
  const groups = groupReferences(found.references.filter(({ role }) => role !== 'comparison'))
  // one sentence, and not one for each model after all its tries
  if (lookup.online && groups.some(({ host }) => host === 'hub')) await reachHub(lookup)
  return { read, found, audited: await auditAll(groups, lookup) }
}

/** Audits each group, a few at a time: a hub answers slowly. In their order. */
async function auditAll(groups: readonly UsedGroup[], lookup: Parameters<typeof auditUsed>[2]) {
  const room = limitTo(AT_ONCE)
  const work = async (group: UsedGroup) => {
    lookup.signal.throwIfAborted()
    return { group, audited: await auditUsed(usedName(group), revisionOf(group), lookup) }
  }
  return Promise.all(groups.map(group => room.through(() => work(group))))
}

/** as many releases as are asked for at the same time */
const AT_ONCE = 4

const usedName = ({ of, id, host, references: [first] }: UsedGroup) => ({ of, id, host, cited: first.cited })
const revisionOf = ({ references }: UsedGroup) => references.find(({ revision }) => revision !== null)?.revision ?? null
