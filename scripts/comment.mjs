// Writes a comment of `unwash project --format comment` under a pull request: the one that the same account wrote before
// is written anew, by the marker on its first line; of others' comments none is touched, whatever they begin with. What it
// takes: the file of the comment, and from the environment UNWASH_COMMENT_TOKEN, GITHUB_API_URL, GITHUB_GRAPHQL_URL,
// GITHUB_REPOSITORY, GITHUB_EVENT_PATH.
import { readFileSync } from 'node:fs'

process.on('uncaughtException', ({ message }) => {
  console.error(`unwash: the comment could not be written: ${message.split('\n')[0]}`)
  process.exit(2)
})

const { UNWASH_COMMENT_TOKEN: token, GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = process.env
const { GITHUB_GRAPHQL_URL: graphql = `${api}/graphql` } = process.env
/** pages of a hundred comments that are looked through */
const MOST_PAGES = 30

const body = readFileSync(process.argv[2], 'utf8')
const [marker] = body.split('\n', 1)
const event = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'))
const number = event.pull_request?.number
if (number === undefined) console.error('unwash: this run is of no pull request: no comment is written')
else {
  const there = await find(`${api}/repos/${repository}/issues/${number}/comments`)
  if (there) await ask(`${api}/repos/${repository}/issues/comments/${there.id}`, 'PATCH', { body })
  else await ask(`${api}/repos/${repository}/issues/${number}/comments`, 'POST', { body })
  console.error(`unwash: the comment was ${there ? 'written anew' : 'written'}`)
}

async function find(comments) {
  // a token of an app has no user; who it writes as, this alone tells
  const { data } = await ask(graphql, 'POST', { query: '{ viewer { login } }' })
  const own = data?.viewer?.login
  if (typeof own !== 'string') return undefined
  for (let page = 1; page <= MOST_PAGES; page++) {
    const some = await ask(`${comments}?per_page=100&page=${page}`, 'GET')
    const there = some.find(({ user, body }) => user?.login === own && body?.startsWith(marker))
    if (there || some.length < 100) return there
  }
  return undefined
}

async function ask(url, method, sent) {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    ...(sent === undefined ? {} : { body: JSON.stringify(sent) }),
  })
  if (response.ok) return response.json()
  throw new Error(
    `${method} ${new URL(url).pathname} was answered with ${response.status}: give a token that may write`,
  )
}
