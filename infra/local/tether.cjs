// Ties a program to the one that started it by a pipe: when standard input ends, the starter asked for a stop or is
// gone, however it went (a killed process closes its pipes too), and the program stops as it would on SIGTERM.
//
//   node --require ./tether.cjs program.js     the node program itself is tied
//   node ./tether.cjs program arguments…       any program is tied; the first line of output is its process id
//
// Ctrl-C reaches every process of a terminal at once; tied programs leave it to their starter, which stops them in order.
'use strict'
const { spawn } = require('node:child_process')

const graceMilliseconds = 5000

function whenStarterIsGone(stop) {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {}) // nobody reads any more: no reason to stop halfway
  process.stdin.on('end', stop).on('error', stop).resume()
  process.stdin.unref()
}

function tieThisProcess() {
  process.on('SIGINT', () => {})
  process.on('newListener', (event, listener) => {
    if (event === 'SIGINT') process.nextTick(() => process.off('SIGINT', listener))
  })
  whenStarterIsGone(() => {
    setTimeout(() => process.exit(1), graceMilliseconds).unref()
    if (!process.emit('SIGTERM')) process.exit(0)
  })
}

function tieAnother(program, programArguments) {
  // Its own process group keeps it out of the terminal's Ctrl-C; Windows knows no groups and would open a window.
  const ownGroup = process.platform !== 'win32'
  const child = spawn(program, programArguments, { stdio: ['ignore', 'inherit', 'inherit'], detached: ownGroup })
  const send = signal => {
    if (!child.pid || child.exitCode !== null || child.signalCode !== null) return
    if (ownGroup) process.kill(-child.pid, signal)
    else child.kill(signal)
  }
  const stop = () => {
    send('SIGTERM')
    setTimeout(() => send('SIGKILL'), graceMilliseconds).unref()
  }
  child.on('spawn', () => console.log(child.pid))
  child.on('error', error => {
    console.error(error.message)
    process.exitCode = 127
  })
  child.on('exit', (code, signal) => {
    if (signal) console.error(`ended by ${signal}`)
    process.exitCode = code ?? 1
  })
  process.on('SIGINT', () => {})
  process.on('SIGTERM', stop)
  whenStarterIsGone(stop)
}

if (require.main === module) tieAnother(process.argv[2], process.argv.slice(3))
else tieThisProcess()
