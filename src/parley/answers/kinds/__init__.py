"""The kinds of question, a function each: (writer, index, question) -> verdict, sentences written to the writer."""
