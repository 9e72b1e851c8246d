// The guide in German: informal, and in words that can be said aloud.
import type { Guide } from "./guide.ts";

export const de: Guide = {
  prepare: {
    purpose: "Die Fakten stehen auf dem Board, und niemand hat Angst zu kommen.",
    ask: ["Was wissen wir sicher?", "Welche Zeiten sind geschätzt?", "Wer hat noch etwas gesehen?"],
    helps: [
      "Sprich vorher mit denen, die am nächsten dran waren.",
      "Fangt vor den ersten Auswirkungen an und geht vorwärts durch die Zeit.",
      "Kündige es offen an, damit andere dazukommen können.",
    ],
    hinders: [
      "Schon Ursachen aufzuschreiben.",
      "Wenn jemand überrascht ist, auf dem Board vorzukommen.",
    ],
  },
  "check-in": {
    purpose:
      "Alle kommen an und sind einmal zu hören. Der Rahmen steht: Wir wollen verstehen, Ideen für Lösungen werden geparkt.",
    ask: [
      "Wie kommst du heute an, in einem Wort oder einem Emoji?",
      "Was würde diese Stunde für dich wertvoll machen?",
      "Wie war die Nacht nach dem Vorfall?",
    ],
    helps: ["Fang selbst an.", "Wer passen möchte, passt.", "Lies den Rahmen laut vor."],
    hinders: ["Antworten zu kommentieren.", "Es auszulassen, weil die Zeit knapp ist."],
  },
  timeline: {
    purpose: "Ein gemeinsames Bild, mit den Blicken von innen.",
    ask: [
      "Was hast du in dem Moment gesehen, und auf welchem Bildschirm?",
      "Was hast du als Nächstes erwartet?",
      "Was hat dich dort hinschauen lassen?",
      "Welche Möglichkeiten hast du abgewogen?",
      "War das für jemanden hier neu?",
      "Was fehlt zwischen diesen beiden Ereignissen?",
      "Wann habt ihr beschlossen, Hilfe zu holen, und woher wusstet ihr, bei wem?",
    ],
    helps: [
      "Frag eher wie und was als warum, und stell die einfache Frage.",
      "Bleibt länger bei Überraschungen, Übergaben und Entscheidungen.",
      "Frag die Stillen.",
      "Haltet Uneinigkeit als zwei Sichtweisen fest.",
    ],
    hinders: [
      "Einen Schritt nach seinem Ausgang zu beurteilen.",
      "Eine Lösung zur Diskussion werden zu lassen.",
      "Jede Zeile vorzulesen.",
    ],
  },
  summary: {
    purpose: "Fünf Sätze, die auch Neue verstehen, und mehrere beitragende Umstände.",
    ask: [
      "Wie würdest du es jemandem aus einem anderen Team erzählen?",
      "Welche Umstände mussten zusammenkommen?",
      "Welche davon gab es wochenlang, ohne dass etwas geschah?",
      "Was ist noch offen?",
    ],
    helps: ["Schreibt gemeinsam, zuerst in Stille.", "Nennt Umstände, Werkzeuge und Druck."],
    hinders: [
      "Bei einer einzigen Ursache oder einem Namen zu enden.",
      "Zu verstecken, was ihr nicht wisst.",
    ],
  },
  lessons: {
    purpose: "Vier volle Spalten: drei Minuten in Stille, dann zu zweit, dann alle.",
    ask: [
      "Was lief besser als erwartet? Wo hatten wir Glück?",
      "Worauf hast du gewartet, was gesucht, was umgangen?",
      "Welche Möglichkeiten hätten wir beim nächsten Mal gern?",
      "Was weißt du heute, was du an dem Morgen nicht wusstest? Wer sollte es noch wissen?",
    ],
    helps: ["Legt ähnliche Notizen zusammen.", "Bedank dich für die unbequemen."],
    hinders: [
      "„Anders“ mit dem zu füllen, was jemand hätte tun sollen.",
      "Notizen schon hier in Tickets zu verwandeln.",
    ],
  },
  actions: {
    purpose:
      "Wenige, konkrete Maßnahmen mit Augenmaß, und für jede eine Person, die sich darum kümmert.",
    ask: [
      "Was würde es seltener oder kleiner machen, auch beim nächsten, anderen Vorfall?",
      "Was könnten wir weglassen, statt etwas hinzuzufügen?",
      "Was kostet es jede Woche?",
      "Woran merken wir, dass es wirkt?",
      "Was lassen wir absichtlich, wie es ist?",
    ],
    helps: [
      "Schaut frisch auf die geparkten Ideen: Vieles hat sich erledigt.",
      "Frag nach einer starken Maßnahme.",
      "Lass die Leute sich selbst melden.",
    ],
    hinders: [
      "Eine Maßnahme an jemanden zu geben, der nicht da ist.",
      "Mehr zu sammeln, als zu schaffen ist.",
      "Gleich mit einer Freigabe von Hand zu antworten.",
    ],
  },
  "check-out": {
    purpose: "Gemeinsam abschließen und etwas über das Treffen selbst lernen.",
    ask: [
      "Was nimmst du mit?",
      "Was hat dich überrascht?",
      "Ein Wort zum Schluss?",
      "Würdest du wiederkommen?",
    ],
    helps: [
      "Bedank dich bei allen.",
      "Sag, wo der Bericht liegt und wann ihr wieder auf die Maßnahmen schaut.",
    ],
    hinders: ["Ein Thema wieder aufzumachen."],
  },
};
