import ar from "naughty-words/ar.json";
import cs from "naughty-words/cs.json";
import da from "naughty-words/da.json";
import de from "naughty-words/de.json";
import eo from "naughty-words/eo.json";
import es from "naughty-words/es.json";
import fa from "naughty-words/fa.json";
import fi from "naughty-words/fi.json";
import fil from "naughty-words/fil.json";
import fr from "naughty-words/fr.json";
import hi from "naughty-words/hi.json";
import hu from "naughty-words/hu.json";
import it from "naughty-words/it.json";
import ja from "naughty-words/ja.json";
import ko from "naughty-words/ko.json";
import nl from "naughty-words/nl.json";
import no from "naughty-words/no.json";
import pl from "naughty-words/pl.json";
import pt from "naughty-words/pt.json";
import ru from "naughty-words/ru.json";
import sv from "naughty-words/sv.json";
import th from "naughty-words/th.json";
import tr from "naughty-words/tr.json";
import zh from "naughty-words/zh.json";

/** A further language of that collection is an import here. */
const lists: Record<string, readonly string[]> = { ar, cs, da, de, eo, es, fa, fi, fil, fr, hi, hu, it, ja, ko, nl, no, pl, pt, ru, sv, th, tr, zh };

/** In lists by language, and no insults there: names of people, kin and animals, kitchen words, and what people simply are. */
const harmless: Record<string, readonly string[]> = {
  ar: ["فرج", "مص", "بز", "خول", "حلمة"],
  de: ["bonze", "fratze", "ische", "kimme", "lümmel", "möpse", "mufti", "nackt", "popel", "rosette", "schiesser", "vögeln"],
  es: ["asesinato", "asno", "caca", "concha", "drogas", "heroína", "infierno", "maciza", "martillo", "orina", "pinche", "pis", "racista", "trio"],
  fr: ["baiser", "bander", "bigornette", "bourré", "bourrée", "caca", "folle", "gerbe", "gerber", "jouir", "meuf", "pédale", "péter", "pipi", "ramoner", "tanche", "trique"],
  it: [
    "bagnarsi", "balle", "battere", "belino", "biga", "brinca", "cadavere", "casci", "cozza", "fava", "mona", "monta", "montare", "mussa", "nave scuola", "padulo", "palle", "patacca",
    "pesce", "picio", "pippa", "pisello", "pompa", "porco", "quaglia", "regina", "rizzarsi", "sbattere", "sega", "spagnola", "tirare", "topa", "vacca", "vangare", "zinne",
  ],
  nl: [
    "anita", "asbak", "balen", "bekken", "beurt", "boemelen", "buffelen", "de ballen", "de hond uitlaten", "del", "dombo", "een beurt geven", "eikel", "engerd", "gat", "gras maaien",
    "griet", "hol", "johny", "kanen", "knor", "matje", "mof", "muts", "naakt", "nicht", "paal", "palen", "penoze", "pijpen", "pik", "poot", "pot", "schatje", "slempen", "spuiten",
    "standje", "stootje", "toeter", "voor zijn", "watje", "wippen", "zaadje", "zuigen",
  ],
  pl: ["cyc", "dmuchać", "jajco", "jajko"],
  pt: [
    "aborto", "amador", "aranha", "ariano", "balalao", "bissexual", "bumbum", "burro", "cerveja", "cocaína", "comer", "consolo", "corno", "dum raio", "fecal", "frango assado",
    "heroína", "heterosexual", "homem gay", "homoerótico", "homosexual", "inferno", "lésbica", "lolita", "mama", "passar um cheque", "pau", "pinto", "saco", "torneira", "veado", "xana",
  ],
  sv: ["brutta", "fan", "hård", "moona", "mutta", "olla", "pippa", "prutt", "pök", "stake", "subba", "sås", "tusan"],
};

/** Writing that puts no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** So long a word is no part of an ordinary one. */
const LONG_WORD = 7;

const escape = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Each letter once or several times over. */
const stretched = (word: string): string => [...word].map((letter) => (letter === " " ? "\\s+" : `${escape(letter)}+`)).join("");

/** A filter by a list of words: alone among letters, or within others where they are long or nothing divides words. */
export function createListFilter(words: readonly string[]): { hasMatch: (text: string) => boolean } {
  const known = [...new Set(words.map((word) => word.normalize("NFC").toLowerCase().trim()))];
  const isAnywhere = (word: string) => (unspaced.test(word) ? [...word].length > 1 : [...word].length >= LONG_WORD);
  const whole = known.filter((word) => !isAnywhere(word) && !unspaced.test(word) && [...word].length > 1);
  const parts = [...(whole.length > 0 ? [`(?<![\\p{L}\\p{M}])(?:${whole.map(stretched).join("|")})(?![\\p{L}\\p{M}])`] : []), ...known.filter(isAnywhere).map(stretched)];
  const pattern = new RegExp(parts.join("|"), "u");
  return { hasMatch: (text) => pattern.test(text) };
}

/** Codes under which the lists know a language that has several. */
const listCodes: Record<string, string> = { nb: "no", nn: "no", tl: "fil" };

/** The words of a language that are none for a class; undefined where nobody has listed any. */
export function listedWords(language: string): readonly string[] | undefined {
  const code = listCodes[language] ?? language;
  if (!Object.hasOwn(lists, code)) return undefined;
  const allowed = new Set(Object.hasOwn(harmless, code) ? harmless[code] : []);
  return lists[code]?.filter((word) => !allowed.has(word.normalize("NFC").toLowerCase()));
}
