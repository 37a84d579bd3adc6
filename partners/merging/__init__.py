"""Two listings of one thing become one: ids, links and old addresses lead to the one that stays."""
