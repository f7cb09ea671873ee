package main

import (
	"io"

	"github.com/chatlint/chatlint/chat"
	"github.com/chatlint/chatlint/rules"
)

// material is what commands on chats work with. It is closed behind the last
// use of the chats.
type material struct {
	io.Closer
	chats  []*chat.Chat
	engine *rules.Engine
}

// material opens chats and loads the rules, once the settings are read.
func (c *command) material(paths []string) (*material, error) {
	chats, closer, err := c.open(paths)
	if err != nil {
		return nil, err
	}
	engine, err := c.engine()
	if err != nil {
		closer.Close()
		return nil, err
	}
	return &material{closer, chats, engine}, nil
}
