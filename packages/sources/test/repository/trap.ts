import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { devNull } from 'node:os'
import { dirname, join } from 'node:path'
import { add } from '../../../../test/release.ts'
import { git, repositoryWith } from '../fixture.ts'

/** Keys that make git start a program, or the one that it names. */
const RUNS = [
  'alias.canary',
  'alias.rev-list',
  'browser.canary.cmd',
  'core.alternateRefsCommand',
  'core.askPass',
  'core.editor',
  'core.fsmonitor',
  'core.gitProxy',
  'core.pager',
  'core.sshCommand',
  'credential.helper',
  'credential.https://clone.example.helper',
  'diff.canary.command',
  'diff.canary.textconv',
  'diff.external',
  'difftool.canary.cmd',
  'filter.canary.clean',
  'filter.canary.process',
  'filter.canary.smudge',
  'gc.recentObjectsHook',
  'gpg.openpgp.program',
  'gpg.program',
  'gpg.ssh.defaultKeyCommand',
  'gpg.ssh.program',
  'gpg.x509.program',
  'guitool.canary.cmd',
  'help.browser',
  'instaweb.httpd',
  'interactive.diffFilter',
  'man.canary.cmd',
  'merge.canary.driver',
  'mergetool.canary.cmd',
  'pager.cat-file',
  'pager.log',
  'pager.ls-tree',
  'pager.rev-list',
  'receive.procReceiveRefs',
  'remote.origin.receivepack',
  'remote.origin.uploadpack',
  'remote.origin.vcs',
  'sendemail.smtpServer',
  'sendemail.toCmd',
  'sequence.editor',
  'submodule.canary.update',
  'tar.tar.gz.command',
  'trailer.canary.cmd',
  'trailer.canary.command',
  'uploadpack.packObjectsHook',
  'web.browser',
] as const

/** Keys that let those above take effect, or lead elsewhere. */
const SETS: readonly (readonly [string, string])[] = [
  ['diff.tool', 'canary'],
  ['diff.textconv', 'true'],
  ['log.showSignature', 'true'],
  ['log.showNotes', 'true'],
  ['man.viewer', 'canary'],
  ['merge.tool', 'canary'],
  ['merge.verifySignatures', 'true'],
  ['protocol.allow', 'always'],
  ['protocol.ext.allow', 'always'],
  ['remote.origin.url', 'ssh://clone.example/marsh/stilt'],
  ['remote.origin.promisor', 'true'],
  ['remote.origin.partialclonefilter', 'blob:none'],
  ['url.ext::sh -c.insteadOf', 'https://clone.example/'],
  ['extensions.partialClone', 'origin'],
]

/** Hooks of commands that read, write, fetch or serve. */
const HOOKS = (
  'applypatch-msg commit-msg fsmonitor-watchman post-applypatch post-checkout post-commit post-index-change post-merge ' +
  'post-receive post-rewrite post-update pre-applypatch pre-auto-gc pre-commit pre-merge-commit pre-push pre-rebase ' +
  'pre-receive prepare-commit-msg proc-receive push-to-checkout reference-transaction sendemail-validate update'
).split(' ')

/** How the configuration comes into the folder. */
export const WAYS = ['config', 'include.path', 'includeIf', 'config.worktree', 'every key'] as const

/** A release whose `.git` came with it. */
export interface Trap {
  readonly folder: string
  /** what ran of all that the folder names, by its key */
  readonly ran: () => readonly string[]
}

/** A repository of two commits, the last one signed, in which everything names a program that tells that it ran. */
export function trap(way: (typeof WAYS)[number]): Trap {
  const folder = repositoryWith({
    'README.md': '---\nlicense: mit\n---\n\n# Stilt\n\nStilt is open source.\n',
    'model.safetensors.index.json': '{"weight_map": {"a": "model-00001.safetensors"}}',
    'train.py': 'AutoModel.from_pretrained("marsh/stilt")\n',
    '.gitattributes': '* diff=canary filter=canary merge=canary\n',
  })
  git(folder, 'tag', 'v1')
  add(folder, { LICENSE: 'Permission is granted to everyone, for any purpose.\n' })
  git(folder, 'add', '--all')
  git(folder, 'commit', '--quiet', '--message=Second')
  sign(folder)
  const ran = join(dirname(folder), 'ran')
  mkdirSync(ran)
  const own = join(folder, '.git')
  const canary = (name: string) => {
    const path = join(own, 'canary', name.replaceAll(/[^\w.-]/g, '-'))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `#!/bin/sh\necho ran > '${join(ran, name.replaceAll(/[^\w.-]/g, '-'))}'\n`, { mode: 0o755 })
    return path
  }
  const pairs: [string, string][] = RUNS.map(key => [key, key.startsWith('alias.') ? `!${canary(key)}` : canary(key)])
  const others = way === 'every key' ? everyKey().map((key): [string, string] => [key, canary(key)]) : []
  for (const hook of HOOKS) {
    writeFileSync(join(own, 'hooks', hook), `#!/bin/sh\nexec '${canary(`hook.${hook}`)}'\n`, { mode: 0o755 })
  }
  const settings = inConfig([...others, ...pairs, ...SETS])
  const config = join(own, 'config')
  if (way === 'config' || way === 'every key') appendFileSync(config, settings)
  else if (way === 'config.worktree') {
    appendFileSync(config, inConfig([['extensions.worktreeConfig', 'true']]))
    writeFileSync(join(own, 'config.worktree'), settings)
  } else {
    const place = join(own, 'more')
    writeFileSync(place, settings)
    const key = way === 'includeIf' ? `includeIf.gitdir:${dirname(folder)}/**.path` : 'include.path'
    appendFileSync(config, inConfig([[key, place]]))
  }
  return { folder, ran: () => readdirSync(ran).sort() }
}

/** Every key that git knows, with a name in place of each placeholder, but for those that make it no repository. */
function everyKey(): string[] {
  const known = execFileSync('git', ['help', '--config'], { encoding: 'utf8' }).split('\n')
  const keys = known.map(key => key.trim().replaceAll(/<[^>]{1,40}>|\*/g, 'canary'))
  return keys.filter(key => /^[a-z][\w-]*\..+/i.test(key) && !/^(?:extensions|includeif|include)\./i.test(key))
}

/** In git's format of configuration. */
function inConfig(pairs: readonly (readonly [string, string])[]): string {
  return pairs
    .map(([name, value]) => {
      const first = name.indexOf('.')
      const last = name.lastIndexOf('.')
      const section = first === last ? name.slice(0, first) : `${name.slice(0, first)} "${name.slice(first + 1, last)}"`
      return `[${section}]\n\t${name.slice(last + 1)} = ${JSON.stringify(value)}\n`
    })
    .join('')
}

/** Puts a signature into the last commit: whose it is git asks a program. */
function sign(folder: string): void {
  const commit = git(folder, 'cat-file', 'commit', 'HEAD')
  const signature = ['-----BEGIN PGP SIGNATURE-----', '', 'aGVyb24=', '-----END PGP SIGNATURE-----'].join('\n ')
  const signed = `${commit.replace(/^committer .*$/m, line => `${line}\ngpgsig ${signature}`)}\n`
  const hash = execFileSync('git', ['-C', folder, 'hash-object', '-t', 'commit', '-w', '--stdin'], { input: signed })
  git(folder, 'update-ref', 'refs/heads/main', hash.toString().trim())
}

/** Plain git in the folder, whatever becomes of it. */
export function plainGit(folder: string, ...args: string[]): void {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' }
  spawnSync('git', ['-C', folder, ...args], { env, input: 'protocol=https\nhost=clone.example\n\n', timeout: 20_000 })
}
