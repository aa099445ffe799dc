import { resolveId, resolveLink, resolveName } from '@unwash/core/names/index'
import { describe, expect, it } from 'vitest'
import { knowledge, spdx } from './knowledge.ts'

const licenses = [...knowledge.licenses.values()]

/** Hugging Face's identifiers as of 2026-11-24 (hub-docs, repositories-licenses), without `unknown` and `other`. */
const HUGGING_FACE = `apache-2.0 mit openrail bigscience-openrail-m creativeml-openrail-m bigscience-bloom-rail-1.0
bigcode-openrail-m afl-3.0 artistic-2.0 bsl-1.0 bsd bsd-2-clause bsd-3-clause bsd-3-clause-clear c-uda cc cc0-1.0 cc-by-2.0
cc-by-2.5 cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 cc-by-sa-4.0 cc-by-nc-2.0 cc-by-nc-3.0 cc-by-nc-4.0 cc-by-nd-4.0
cc-by-nc-nd-3.0 cc-by-nc-nd-4.0 cc-by-nc-sa-2.0 cc-by-nc-sa-3.0 cc-by-nc-sa-4.0 cdla-sharing-1.0 cdla-permissive-1.0
cdla-permissive-2.0 wtfpl ecl-2.0 epl-1.0 epl-2.0 etalab-2.0 eupl-1.1 eupl-1.2 agpl-3.0 gfdl gpl gpl-2.0 gpl-3.0 lgpl
lgpl-2.1 lgpl-3.0 isc h-research intel-research lppl-1.3c ms-pl apple-ascl apple-amlr mpl-2.0 odc-by odbl openmdw-1.0
openmdw-1.1 openrail++ osl-3.0 postgresql ofl-1.1 ncsa unlicense zlib pddl lgpl-lr deepfloyd-if-license
fair-noncommercial-research-license llama2 llama3 llama3.1 llama3.2 llama3.3 llama4 grok2-community gemma`.split(/\s+/)

describe('every license file', () => {
  it('covers every identifier of Hugging Face, each once', () => {
    expect(licenses.flatMap(license => license.huggingFace).sort()).toEqual([...HUGGING_FACE].sort())
  })

  it.each(licenses.map(license => [license.id, license] as const))('%s: its names lead back to it', (id, license) => {
    for (const name of [
      license.name,
      ...license.names,
      ...license.aliases,
      ...license.huggingFace,
      ...license.spdx,
      id,
    ]) {
      expect.soft(resolveName(name, knowledge)?.id, name).toBe(id)
    }
    for (const link of license.links) expect.soft(resolveLink(`https://${link}`, knowledge)?.id, link).toBe(id)
  })

  it('has SPDX ids that exist, each in one file, with the OSI status the SPDX list gives', () => {
    const listed = new Map(spdx.map(license => [license.id, license]))
    const ids = licenses.flatMap(license => license.spdx)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    for (const license of licenses) {
      for (const id of license.spdx) {
        const entry = listed.get(id)
        if (entry === undefined) expect.soft(NOT_LISTED, id).toContain(id)
        else expect.soft([id, license.osiApproved]).toEqual([id, entry.osiApproved])
      }
    }
  })

  it('says open source only of what OSI or FSF accept, or of a text that adds no condition', () => {
    for (const license of licenses) {
      if (license.osiApproved) expect.soft(license.class, license.id).toBe('open-source')
      if (license.class === 'open-source' && !license.osiApproved && !license.fsfFree) {
        expect
          .soft(
            license.clauses.every(clause => clause.mode === 'plea' || clause.mode === 'grant'),
            license.id,
          )
          .toBe(true)
      }
      if (license.conformant) expect.soft(license.class, license.id).toBe('open-model')
    }
  })

  it('names no fingerprint and no reference twice', () => {
    for (const list of [
      licenses.flatMap(license => license.fingerprints),
      licenses.flatMap(license => license.reference ?? []),
    ]) {
      expect(list.filter((name, at) => list.indexOf(name) !== at)).toEqual([])
    }
  })

  it('gives a restricted license that was read the clause that restricts it', () => {
    const unread = licenses.filter(license => license.read === 'full' && !license.osiApproved && !license.fsfFree)
    for (const license of unread) {
      if (license.class === 'open-model' || license.class === 'open-source') continue
      expect.soft(license.clauses.length, license.id).toBeGreaterThan(0)
    }
  })

  it('is found again from what other facts call it', () => {
    const ids = new Set(knowledge.licenses.keys())
    for (const license of licenses) {
      for (const change of license.changes) {
        const plain = /^[a-z][a-z0-9.+-]*$/.test(change.since)
        if (plain) expect.soft(ids.has(change.since), `${license.id} since ${change.since}`).toBe(true)
      }
    }
    expect(resolveId('no-such-license', null, knowledge)).toBeNull()
  })
})

/** younger than the SPDX list in node_modules */
const NOT_LISTED: readonly string[] = ['OpenMDW-1.1']
