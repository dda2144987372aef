"""Characters: folding with offsets led back, sentences, words of scripts with and without spaces."""
