export { accountRouter } from "./account";
export { joinRouter } from "./join";
