import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail server in a process of its own, so that it takes no turns of who sends. Tells its port, and its count when asked. */
let received = 0;
let firstAt = 0;
let lastAt = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, _session, done) {
    stream.on('end', () => {
      lastAt = performance.now();
      firstAt ||= lastAt;
      received += 1;
      done();
    });
    stream.resume();
  },
});
server.on('error', () => {});
process.on('message', (what) => {
  process.send!({ received, seconds: (lastAt - firstAt) / 1000 });
  if (what === 'forget') received = firstAt = lastAt = 0;
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => {
  process.send!({ port: (server.server.address() as AddressInfo).port });
});
