/** Orders in other languages, and the words for a command: "Führe `x` aus", "con el comando `x`", "`x` を実行". */
export const FOREIGN_ORDER =
  /(?<!\p{L})(?:ejecut(?:a|e|ar|amos|ando)|corr(?:e|er)|lanz(?:a|ar)|us(?:a|ar|amos)|exécut(?:ez|er|e)|lance[rz]?|utilise[rz]|tape[rz]|saisir|executar|rod(?:e|ar)|esegu(?:i|ire)|lancia(?:re)?|digita(?:re)?|führen? (?:sie )?|starte(?:n sie)?|uruchom|wykonaj|wpisz|spusťte|voer|draai|kör|aja|çalıştır(?:ın)?|выполни(?:те|ть)?|запусти(?:те|ть|ти)?|введите|викона(?:йте|ти)|comandos?|commandes?|befehl|kommando|komend[aęy]|polecenie[mu]?|příkaz(?:em)?|opdracht|команд(?:а|у|ой|ы|ою))\s*[:：]?\s*$|(?:命令|コマンド|명령어?|(?<!不|别|勿)(?:使用|执行|运行|執行|輸入|输入|通过|用))\s*[:：]?\s*$/iu;
export const FOREIGN_ORDER_AFTER =
  /^\s*(?:(?:으)?로\s|(?:을|를)?\s*(?:먼저\s*)?확인|查看|确认|を確認|を?実行|コマンド|で(?:確認|再起動|起動|停止)|(?:을|를|로|으로)?\s*(?:실행|명령|입력)|命令|(?:aus)?(?:führen|geführt)\b|aus(?:[.,;:]|\s*$)|komutu|çalıştır|ausführen|uit(?:voeren)?(?:[.,;:]|\s*$))/iu;
/** "Relancer le service `x`", "перезапустите Caddy (`x`)": what begins by telling the reader to do something. */
export const FOREIGN_IMPERATIVE =
  /(?:^[^\p{L}]*|(?:[,;→]|[-=]>)\s+|\s(?:и|та|y|et|und|e)\s+)(?:relance[rz]|redémarre[rz]|vérifie[rz]|démarre[rz]|arrête[rz]|supprime[rz]|reinici(?:a|e|ar)|verifi(?:que|ca|car)|comprueb[ae]|comprobar|revis(?:a|e|ar)|ejecut(?:a|e|ar)|detener|iniciar?|borrar?|prüfen?|starten?|stoppen?|löschen?|перезапусти\p{L}*|перезапуска\p{L}*|провер\p{L}*|останов\p{L}*|запусти\p{L}*|удали\p{L}*|посмотр\p{L}*|установи\p{L}*)\s[^`.]{0,60}$/iu;

/** "El comando `x` muestra …": it is spoken of. */
export const FOREIGN_SUBJECT =
  /^[^\p{L}]*(?:(?:el|la|le|der|das|o|il|este|cette|dieser)\s+)?(?:comando|commande|befehl|kommando|polecenie|komenda|команда|命令|コマンド|명령어?)\s*$/iu;
export const FOREIGN_FORBIDS =
  /(?<!\p{L})(?:no|não|nao|nicht|kein|ne|nunca|nie|jamais|niemals|non|mai|niet|не|нельзя)\s|不要|切勿|禁止|请勿|不能|しないで|마세요/iu;

/** What forbids in other languages, in the clause before the code: "Никогда не выполняйте `x`", "切勿运行 `x`". */
export const FORBIDS_ELSEWHERE =
  /(?<!\p{L})(?:no (?:ejecut|us|corr|lanc|lanz|utilic|borr|hag)\p{L}*|ne (?:pas|jamais)|n['’](?:exécute|utilise|emploie)\p{L}*|ne (?:lance|fai|supprim)\p{L}* (?:pas|jamais)|não (?:execut|us|rod|faç)\p{L}*|non (?:esegu|us|lanci)\p{L}*|mai (?:esegu|us|lanci)\p{L}*|(?:nunca|jamás|jamais|niemals|keinesfalls|nooit)(?= |$)|не (?:запуск|выполн|использ|дела|удал|применя)\p{L}*|никогда|нельзя|запрещ\p{L}*)(?!\p{L})[^`]{0,40}$|^[^\p{L}]*(?:bitte )?(?:nicht|niemals|nie|auf keinen fall)(?!\p{L})[^`]{0,40}$|(?:不要|切勿|禁止|请勿|請勿|严禁|嚴禁|不得|不可(?!用)|勿)[^`，。]{0,12}$|(?:絶対に|決して)[^`、。]{0,12}$/iu;
/** The same, behind it: "`x` は実行しないでください", "`x` nicht ausführen". */
export const FORBIDS_BEHIND =
  /^[^`.。]{0,12}(?:しないで|してはいけ|してはなら|禁止|하지\s?(?:마|말))|^\s*(?:bitte )?(?:nicht|niemals|nie)\s+(?:aus(?:zu)?)?(?:führen|verwenden|benutzen|nutzen)/iu;
/** The same, before a block: "Nicht ausführen:", "不要执行以下命令：" */
export const LEADS_OFF_ELSEWHERE =
  /^[^\p{L}]*(?:bitte )?(?:no (?:ejecut|us)\p{L}*|nunca (?:ejecut|us|execut)\p{L}*|ne (?:pas|jamais) (?:exécuter|lancer|utiliser)|n['’](?:exécute|utilise)\p{L}* (?:pas|jamais)|não (?:execut|us)\p{L}*|non (?:esegu|us)\p{L}*|mai (?:esegu|us)\p{L}*|(?:nicht|niemals|nie) (?:ausführen|verwenden|benutzen)|(?:никогда )?не (?:запуск|выполн|использ)\p{L}*)(?!\p{L})[^.:]{0,40}[:.!]?\s*$|^[^\p{L}]*(?:不要|切勿|禁止|请勿|請勿|严禁|嚴禁)[^。：:]{0,20}[:：。]?\s*$|(?:しないで(?:ください)?|하지\s?마(?:세요|십시오))[:：。.]?\s*$/iu;
