import { demoOfficials, demoPassword } from '#demo/people.ts';
import { readConfig } from './config.ts';
import { run } from './run.ts';

const config = readConfig(process.env);
const running = await run(config);
const lines = [`Sportello: ${config.publicUrl}`];
if (config.demo) {
  lines.push(
    `  Accounts and passwords of the demonstration: ${config.publicUrl}/demo`,
    `  Its mailbox: ${config.publicUrl}/demo/mailbox`,
    `  A citizen: ada.manchester@persone.example   password: ${demoPassword}`,
    `  A clerk:   ${demoOfficials[2]?.email}   same password, code on the page above`,
  );
}
if (running.enrolment !== undefined) lines.push(`  First administrator, enrol here: ${running.enrolment}`);
process.stderr.write(`${lines.join('\n')}\n`);

process.once('SIGTERM', () => {
  void running
    .drain()
    .then(() => running.stop())
    .then(() => process.exit(0));
});
process.once('SIGINT', () => {
  void running.stop().then(() => process.exit(0));
});
