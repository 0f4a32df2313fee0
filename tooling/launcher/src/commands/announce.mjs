/**
 * Says where everything is. The last line is for programs as well: it is printed once everything answers.
 *
 * @param {import("../stack/stack-plan.mjs").StackPlan} plan
 * @param {(line: string) => void} say
 */
export async function announce(plan, say) {
  // Loaded here, as it is installed by the start itself.
  const { default: qrCode } = await import("qrcode");
  const joinUrl = `${plan.webUrl}/`;
  say("");
  say(await qrCode.toString(joinUrl, process.stdout.isTTY ? { type: "terminal", small: true } : { type: "utf8" }));
  say(`  Join with a code   ${joinUrl}`);
  say(`  Write and host     ${plan.webUrl}/library`);
  if (plan.seedsDemo) say("  Demo account       author@quickfire.test with the password quickfire-demo");
  say(`  Data and logs      ${plan.dataDir}`);
  say("");
  say(`quickfire ready  web ${plan.webUrl}  ws ${plan.wsUrl}  ops ${plan.opsUrl}`);
}
