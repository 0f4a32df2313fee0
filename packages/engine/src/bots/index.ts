export { botName, markedAsBot } from "./bot-name";
export { planBotAnswer, type BotAnswer } from "./plan-bot-answer";
export { mostBots } from "./most-bots";
